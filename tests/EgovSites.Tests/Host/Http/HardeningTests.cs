using System.Net;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

public class HardeningTests
{
    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    [TestCase("TRACE")]
    [TestCase("OPTIONS")]
    [TestCase("BREW")]
    public async Task A_method_nobody_serves_is_refused(string method)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        foreach (var path in new[] { "/tg", "/site/finance/tg", "/admin/sign-in", "/nothing" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var response = await client.SendAsync(request);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed), path);
                Assert.That(response.Content.Headers.Allow, Is.EquivalentTo(["GET", "HEAD", "POST"]), path);
            }
        }
    }

    [Test]
    public async Task A_fault_keeps_the_security_headers_and_is_not_kept()
    {
        await using var host = await SiteHost.StartAsync(
            SiteHost.Agency, services => services.Configure<MvcOptions>(options => options.Filters.Add(new Fault())));
        using var client = host.Client();

        using var response = await client.GetAsync("/site/finance/tg/search?q=fault");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(response.Headers.GetValues("Content-Security-Policy")
                .Single(), Does.Contain("default-src 'none'"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(response.Headers.GetValues("X-Frame-Options").Single(), Is.EqualTo("DENY"));
            Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("a secret detail"));
        }
    }

    [Test]
    public async Task A_value_that_looks_like_another_query_word_is_another_page()
    {
        using var client = (await SharedHost.GetAsync()).Client();

        await client.GetStringAsync("/site/vahdat/ru/search?q=bujet%26section%3Dnews");
        var page = await client.PageAsync("/site/vahdat/ru/search?q=bujet&section=news");

        Assert.That(page.Document.QuerySelector("main input[name=q]")?.GetAttribute("value"), Is.EqualTo("bujet"));
    }

    [Test]
    public async Task The_old_word_for_the_language_leads_on_although_the_page_is_kept()
    {
        using var client = (await SharedHost.GetAsync()).Client();

        await client.GetStringAsync("/site/vahdat/ru/documents");
        using var response = await client.GetAsync("/site/vahdat/ru/documents?lang=en");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
            Assert.That(response.Headers.Location?.ToString(), Is.EqualTo("/site/vahdat/en/documents"));
        }
    }

    [Test]
    public async Task A_query_word_nobody_knows_finds_the_kept_page()
    {
        var counted = new Counted();
        await using var host = await SiteHost.StartAsync(
            SiteHost.Agency, services => services.Configure<MvcOptions>(options => options.Filters.Add(counted)));
        using var client = host.Client();

        await host.HandOverAsync();
        for (var number = 0; number < 20; number++)
        {
            await client.GetStringAsync($"/site/finance/tg/documents?utm_source={number}");
        }

        // The outbox of the fresh site may throw the page away once or twice more.
        Assert.That(counted.Count, Is.LessThan(5));
    }

    private sealed class Fault : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Query["q"] == "fault"
                && context.HttpContext.Request.Path.Value!.EndsWith("/search", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("a secret detail");
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }

    private sealed class Counted : IResourceFilter
    {
        private int _count;

        public int Count => _count;

        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path.Value!.EndsWith("/documents", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
