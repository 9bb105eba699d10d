using System.Net;
using EgovSites.Platform.Founding;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Redirects;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

/// <summary>Addresses, verbs and headers as people and programs really write them.</summary>
public class SpellingTests
{
    [TestCase("br;q=0, gzip", "gzip")]
    [TestCase("gzip, br", "br")]
    [TestCase("brotli", null)]
    [TestCase("x-gzip", null)]
    [TestCase("identity", null)]
    [TestCase("*", "br")]
    [TestCase("br;q=0, *;q=0", null)]
    public async Task An_answer_is_packed_only_as_the_asker_allows(string accepted, string? encoding)
    {
        var host = await SharedHost.GetAsync();
        using var client = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress =
                host.Address
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await client.GetAsync("/site/vahdat/tg");

        Assert.That(answer.Content.Headers.ContentEncoding.SingleOrDefault(), Is.EqualTo(encoding));
    }

    [TestCase("/robots.txt")]
    [TestCase("/sitemap.xml")]
    [TestCase("/tg/news/feed.atom")]
    [TestCase("/site/vahdat/tg/news/feed.atom")]
    [TestCase("/favicon.ico")]
    public async Task Head_answers_as_get_does_on_a_fresh_host(string address)
    {
        await using var host = await SiteHost.StartAsync(SiteHost.OtherAgency);
        using var question = new HttpRequestMessage(HttpMethod.Head, address);

        using var answer = await host.Client().SendAsync(question);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/TG", "/tg")]
    [TestCase("/tg/News", "/tg/news")]
    [TestCase("/site/VAHDAT/ru", "/site/vahdat/ru")]
    [TestCase("/Site/Vahdat/RU/News?page=2", "/site/vahdat/ru/news?page=2")]
    public async Task Capitals_lead_to_the_one_spelling(string address, string right)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        using var answer = await client.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
            Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo(right));
        }
    }

    [TestCase("/tg/%20")]
    [TestCase("/tg/%0A")]
    [TestCase("/site/vahdat/tg/%0A")]
    [TestCase("/tg/preview/%20/%20")]
    [TestCase("/site/vahdat/tg/preview/%0A")]
    [TestCase("/admin/invitation/%20")]
    [TestCase("/tg/news/%E2%80%A8")]
    public async Task A_blank_is_nobodys_address(string address)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        using var answer = await client.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("javascript")]
    [TestCase("ftp")]
    [TestCase("evil+x.y-z")]
    public async Task A_scheme_that_is_none_of_the_webs_is_not_believed(string scheme)
    {
        using var client = (await SharedHost.GetAsync()).Client();
        using var question =
            new HttpRequestMessage(HttpMethod.Get, $"/site/vahdat/tg/news?page=1&topic={scheme.Length}");
        question.Headers.TryAddWithoutValidation("X-Forwarded-Proto", scheme);

        using var answer = await client.SendAsync(question);

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain($"{scheme}://"));
    }

    [TestCase("/..//evil.test")]
    [TestCase("/.//evil.test")]
    [TestCase("/tg/..//evil.test")]
    [TestCase("/tg/../..//evil.test")]
    [TestCase("/%2e%2e//evil.test")]
    [TestCase("//evil.test")]
    [TestCase("/\\evil.test")]
    [TestCase("http://evil.test")]
    [TestCase("https://user@evil.test")]
    [TestCase("javascript:alert(1)")]
    public void A_redirect_never_leaves_by_a_path(string typed) => Assert.That(RedirectAddress.To(typed), Is.Null);

    [TestCase("/old?fbclid=abc", "/old")]
    [TestCase("/old?utm_source=x&id=7&gclid=1", "/old?id=7")]
    [TestCase("/old?id=7", "/old?id=7")]
    public void Tracking_words_name_no_page(string asked, string path) =>
        Assert.That(RedirectAddress.From(asked), Is.EqualTo(path));

    [Test]
    public void Further_columns_of_a_file_are_passed_over_below_a_head_and_refused_without_one()
    {
        var (headed, _) = RedirectFile.Read("source,target,regex,code\n/old-1,/tg/news,0,301\n");
        var (bare, _) = RedirectFile.Read("/old-1,/tg/news,0,301\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(headed, Is.EqualTo([(2, "/old-1", "/tg/news")]));
            Assert.That(bare.Single().To, Is.Empty);
        }
    }

    [TestCase("localhost")]
    [TestCase("vahdat.localhost")]
    [TestCase("unknown.localhost")]
    public async Task A_name_of_the_platform_is_given_to_nobody(string name)
    {
        var host = await SharedHost.GetAsync();

        var added = await host.Services.GetRequiredService<TenantLifecycle>()
            .AddHostAsync(host.Tenant("finance").Id, name);

        Assert.That(added, Is.False);
    }

    [Test]
    public async Task A_name_of_its_own_is_given_and_taken_back()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var lifecycle = host.Services.GetRequiredService<TenantLifecycle>();
        var id = host.Tenant("finance").Id;
        await lifecycle.AddHostAsync(id, "moliya.test");
        var before = (await host.Client().PageAsync("moliya.test", "/tg")).Status;

        var removed = await lifecycle.RemoveHostAsync(id, "moliya.test");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(200));
            Assert.That(removed, Is.True);
            Assert.That((await host.Client().PageAsync("moliya.test", "/tg/news")).Status, Is.EqualTo(404));
        }
    }
}
