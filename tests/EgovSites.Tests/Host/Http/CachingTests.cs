using System.Net;
using EgovSites.Platform.Founding;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

public class CachingTests
{
    [Test]
    public async Task A_public_page_may_be_kept_and_is_confirmed_by_its_etag()
    {
        using var client = (await SharedHost.GetAsync()).Client();
        using var first = await client.GetAsync("/site/vahdat/ru/documents");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/site/vahdat/ru/documents");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Headers.CacheControl?.ToString(), Does.Contain("public").And.Contain("max-age=60")
                .And.Contain("stale-if-error=86400"));
            Assert.That(first.Headers.Vary, Does.Contain("Sec-Fetch-Site"));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        }
    }

    [TestCase("Cookie", "egov-desk=1")]
    [TestCase("Authorization", "Basic eDp5")]
    public async Task An_answer_to_somebody_known_is_never_kept(string header, string value)
    {
        using var client = (await SharedHost.GetAsync()).Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        using var response = await client.GetAsync("/site/vahdat/tg");

        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
    }

    [Test]
    public async Task The_same_path_on_two_sites_never_mixes_under_load()
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();

        var titles = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var site = number % 2 == 0 ? "finance.localhost" : "vahdat.localhost";
            return (site, (await client.PageAsync(site, "/tg/news")).Document.Title);
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(titles.Where(pair => pair.site == "finance.localhost")
                .Select(pair => pair.Title), Is.All.Contain("молия"));
            Assert.That(titles.Where(pair => pair.site == "vahdat.localhost")
                .Select(pair => pair.Title), Is.All.Contain("Ваҳдат"));
        }
    }

    [Test]
    public async Task A_compressed_page_and_a_plain_one_are_the_same_page()
    {
        var host = await SharedHost.GetAsync();
        using var plain = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress =
                host.Address
        };
        using var brotli = host.Client();

        var first = await brotli.GetStringAsync("/site/vahdat/en");
        var second = await plain.GetStringAsync("/site/vahdat/en");

        Assert.That(first, Is.EqualTo(second));
    }

    [Test]
    public async Task A_query_nobody_knows_does_not_change_the_page_that_is_kept()
    {
        using var client = (await SharedHost.GetAsync()).Client();

        var page = await client.GetStringAsync("/site/vahdat/ru/news");
        var marked = await client.GetStringAsync("/site/vahdat/ru/news?utm_source=x");

        Assert.That(marked, Is.EqualTo(page));
    }

    [Test]
    public async Task What_is_published_stands_on_the_site_and_on_the_portal_soon()
    {
        await using var host = await SiteHost.StartAsync();
        using var client = host.Client();
        await client.GetStringAsync("/site/finance/tg");
        await client.GetStringAsync("/tg");
        await using var desk = TestDesk.Open(host);

        await desk.PublishAsync(("tg", "Хабари тозатарини вазорат барои портал"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => client.GetStringAsync("/site/finance/tg").GetAwaiter()
                .GetResult(), Does.Contain("Хабари тозатарини").After(10000, 50));
            Assert.That(() => client.GetStringAsync("/tg").GetAwaiter().GetResult(), Does.Contain("Хабари тозатарини")
                .After(10000, 50));
            Assert.That(await client.GetStringAsync("/ru"), Does.Not.Contain("Хабари тозатарини"));
            Assert.That(await client.GetStringAsync("/site/vahdat/tg"), Does.Not.Contain("Хабари тозатарини"));
        }
    }

    [Test]
    public async Task A_suspended_site_is_off_the_web_and_off_the_portal_and_comes_back()
    {
        await using var host = await SiteHost.StartAsync();
        using var client = host.Client();
        var lifecycle = host.Services.GetRequiredService<TenantLifecycle>();
        await client.GetStringAsync("/tg/news");

        await lifecycle.SuspendAsync(host.Tenant("finance").Id);
        using var site = await client.GetAsync("/site/finance/tg");
        var portal = await client.GetStringAsync("/tg/news");
        await lifecycle.ResumeAsync(host.Tenant("finance").Id);
        using var back = await client.GetAsync("/site/finance/tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(site.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(site.Headers.RetryAfter, Is.Not.Null);
            Assert.That(portal, Does.Not.Contain("/site/finance/"));
            Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }
}
