using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host.Http;

public class TenantMiddlewareTests
{
    [TestCase("evil.example", "/tg")]
    [TestCase("evil.example", "/admin")]
    [TestCase("nobody.localhost", "/tg")]
    [TestCase("evil.example", "/_theme/x.css")]
    public async Task An_unknown_host_gets_404_and_nobodys_content(string host, string path)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        var page = await client.PageAsync(host, path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(404));
            Assert.That(page.Text, Is.Empty);
        }
    }

    [TestCase("/", 302, "/tg")]
    [TestCase("/site/finance", 302, "/site/finance/tg")]
    [TestCase("/site/finance/", 302, "/site/finance/tg")]
    [TestCase("/tj/news", 301, "/tg/news")]
    [TestCase("/site/finance/tj/news?page=2", 301, "/site/finance/tg/news?page=2")]
    [TestCase("/site/finance?lang=ru", 301, "/site/finance/ru")]
    [TestCase("/site/finance/tg/news?lang=en&page=2", 301, "/site/finance/en/news?page=2")]
    public async Task Old_and_short_addresses_lead_to_the_page(string path, int status, string location)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        using var response = await client.GetAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Headers.Location?.ToString(), Is.EqualTo(location));
        }
    }

    [Test]
    public async Task A_site_answers_on_its_own_name_and_under_the_portal_with_the_same_content()
    {
        using var client = (await SharedHost.GetAsync()).Client();

        var named = await client.PageAsync("finance.localhost", "/tg");
        var prefixed = await client.PageAsync("/site/finance/tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(named.Status, Is.EqualTo(200));
            Assert.That(named.All("main h2"), Is.EqualTo(prefixed.All("main h2")));
            Assert.That(named.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
                Does.EndWith("/site/finance/tg"));
        }
    }

    [TestCase("finance.localhost", "/admin")]
    [TestCase("finance.localhost", "/admin/sign-in")]
    [TestCase("127.0.0.1", "/site/finance/admin/sign-in")]
    public async Task The_back_office_stands_on_the_portals_host_only(string host, string path)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        Assert.That((await client.PageAsync(host, path)).Status, Is.EqualTo(404));
    }

    [TestCase("/xx/news")]
    [TestCase("/site/nobody/tg")]
    [TestCase("/site/finance/tg/nothing-like-this")]
    [TestCase("/site/finance/ru/news/nothing-like-this")]
    [TestCase("/site/../host.db")]
    [TestCase("/site/finance/..%2f..%2fhost.db")]
    [TestCase("/site/finance/tg/..%5c..%5chost.db")]
    [TestCase("/site/finance/media/..%2f..%2fsite.db/original")]
    public async Task What_is_not_there_is_404_in_the_sites_own_words(string path)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        var page = await client.PageAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(404));
            Assert.That(page.Document.QuerySelector("h1"), Is.Not.Null);
            Assert.That(page.Response.Headers.CacheControl?.NoStore, Is.True);
        }
    }
}
