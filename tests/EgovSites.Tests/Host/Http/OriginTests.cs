using System.Net;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Host.Http;

/// <summary>
/// The back office has one origin, letter for letter; what a stranger writes into the Host header comes into no page.
/// </summary>
public class OriginTests
{
    private const string SignIn = "/admin/sign-in?returnUrl=%2Fadmin%2Fprofile";

    private static readonly Dictionary<string, string?> Exact = new()
    {
        ["Tenancy:Domains:0"] = "egov.test",
        ["Tenancy:Domains:1"] = "www.egov.test",
        ["Tenancy:PublicOrigin"] = "https://egov.test",
        ["Tenancy:AdminHost"] = "egov.test:8443",
    };

    [TestCase("localhost", 200, null)]
    [TestCase("localhost:9", 200, null)]
    [TestCase("127.0.0.1", 200, null)]
    [TestCase("[::1]", 200, null)]
    [TestCase("LocalHost:9", 308, "http://localhost:9")]
    [TestCase("localhost.", 308, "http://localhost")]
    [TestCase("portal.localhost:9", 308, "http://localhost:9")]
    [TestCase("vahdat.localhost", 404, null)]
    [TestCase("nobody.localhost", 404, null)]
    [TestCase("evil.test", 404, null)]
    public async Task Sign_in_stands_on_the_portals_domains_as_they_are_spelled(string name, int status, string? origin)
    {
        var host = await SharedHost.GetAsync();

        using var answer = await AskAsync(host, HttpMethod.Get, name, SignIn);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(status));
            Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo(origin is null ? null : origin + SignIn));
        }
    }

    [Test]
    public async Task With_a_host_of_its_own_the_back_office_answers_there_and_nowhere_else()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, settings: Exact);
        var right = "https://egov.test:8443" + SignIn;

        foreach (var (name, status) in new[]
        {
            ("egov.test:8443", 200), ("egov.test", 308), ("egov.test:1", 308), ("egov.test.:8443", 308),
            ("EGOV.test:8443", 308),
            ("www.egov.test:8443", 308), ("portal.egov.test", 308), ("finance.egov.test:8443", 404),
            ("localhost:8443", 404), ("127.0.0.1", 404),
        })
        {
            using var read = await AskAsync(host, HttpMethod.Get, name, SignIn);
            using var posted = await AskAsync(host, HttpMethod.Post, name, SignIn);
            using (Assert.EnterMultipleScope())
            {
                Assert.That((int)read.StatusCode, Is.EqualTo(status), name);
                Assert.That(read.Headers.Location?.OriginalString, Is.EqualTo(status == 308 ? right : null), name);
                Assert.That(status != 308 || read.Headers.CacheControl?.NoStore == true, Is.True, name);
                Assert.That((int)posted.StatusCode, Is.EqualTo(status == 200 ? 400 : 404), name + " without a token");
            }
        }
    }

    [Test]
    public async Task A_passkey_belongs_to_the_back_offices_host_and_a_siblings_page_cannot_use_it()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, settings: Exact);
        var passkeys = host.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value;
        var here = new DefaultHttpContext { Request = { Scheme = "https", Host = new HostString("egov.test:8443") } };

        async Task<bool> IsTakenAsync(string origin, bool crossOrigin = false) => await passkeys.ValidateOrigin!(
            new PasskeyOriginValidationContext
            {
                HttpContext = here,
                Origin = origin,
                CrossOrigin = crossOrigin,
                TopOrigin = null
            });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(passkeys.ServerDomain, Is.EqualTo("egov.test"));
            Assert.That(await IsTakenAsync("https://egov.test:8443"), Is.True);
            Assert.That(await IsTakenAsync("https://egov.test:8443", crossOrigin: true), Is.False);
            Assert.That(await IsTakenAsync("https://finance.egov.test:8443"), Is.False);
            Assert.That(await IsTakenAsync("https://egov.test"), Is.False);
            Assert.That(await IsTakenAsync("android:apk-key-hash:x"), Is.False);
            Assert.That(await IsTakenAsync("no origin"), Is.False);
        }
    }

    [Test]
    public async Task On_https_every_cookie_of_the_back_office_says_so_in_its_name()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, settings: Exact);

        // Over http, as behind a proxy that does not say what it took off.
        using var answer = await AskAsync(host, HttpMethod.Get, "egov.test:8443", SignIn);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        var schemes = await host.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cookies, Is.Not.Empty);
            Assert.That(cookies, Has.All.StartWith("__Secure-egov-desk").And.All.Contain("; secure")
                .And.All.Contain("path=/admin").And.All.Contain("httponly"));
            foreach (var scheme in schemes)
            {
                var cookie = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
                    .Get(scheme.Name).Cookie;
                Assert.That(cookie.Name, Does.StartWith("__Secure-"), scheme.Name);
                Assert.That(cookie.SecurePolicy, Is.EqualTo(CookieSecurePolicy.Always), scheme.Name);
            }
        }
    }

    [TestCase("LOCALHOST")]
    [TestCase("localhost.")]
    [TestCase("localhost:1")]
    [TestCase("LocalHost.:65535")]
    public async Task Another_spelling_of_the_host_gets_the_same_page(string name)
    {
        var host = await SharedHost.GetAsync();
        foreach (var address in new[] { "/tg", "/site/vahdat/ru/news", "/site/vahdat/tg/news/feed.atom",
            "/sitemap.xml" })
        {
            using var plain = await AskAsync(host, HttpMethod.Get, "localhost", address);
            using var other = await AskAsync(host, HttpMethod.Get, name, address);

            Assert.That(
                await other.Content.ReadAsStringAsync(), Is.EqualTo(await plain.Content.ReadAsStringAsync()), address);
        }
    }

    [Test]
    public async Task With_a_public_origin_pages_name_it_whatever_host_and_scheme_were_asked()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, settings: Exact);
        await host.HandOverAsync();
        using var plain = await AskAsync(host, HttpMethod.Get, "egov.test", "/site/finance/tg/news");
        var page = await Page.ReadAsync(plain);

        foreach (var name in new[] { "egov.test", "EGOV.TEST.:80", "www.egov.test", "portal.egov.test:99",
            "egov.test:443" })
        {
            using var other = await AskAsync(host, HttpMethod.Get, name, "/site/finance/tg/news", proto: "https");
            Assert.That((await Page.ReadAsync(other))
                .Document.DocumentElement.OuterHtml, Is.EqualTo(page.Document.DocumentElement.OuterHtml), name);
        }

        Assert.That(page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
            Is.EqualTo("https://egov.test/site/finance/tg/news"));
        Assert.That(page.Document.QuerySelectorAll("link[hreflang]")
            .Select(link => link.GetAttribute("href")), Is.All.StartsWith("https://egov.test/"));
    }

    [Test]
    public async Task A_flood_of_ports_keeps_one_page()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.HandOverAsync();
        var cache = host.Services.GetRequiredService<PageCache>();
        await host.Client().PageAsync("/site/finance/tg/documents");
        var before = cache.Kept.Count;

        for (var port = 1; port <= 200; port++)
        {
            using var answer = await AskAsync(host, HttpMethod.Get, $"localhost:{port}", "/site/finance/tg/documents");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(cache.Kept.Count, Is.LessThanOrEqualTo(before + 2));
    }

    [Test]
    public async Task Links_handed_out_by_the_back_office_name_the_configured_origin()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency,
            settings: new Dictionary<string, string?> { ["Tenancy:PublicOrigin"] = "http://egov.test" });
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        var people = $"/admin/sites/{SiteHost.Agency}/people";
        var previews = $"/admin/sites/{SiteHost.Agency}/previews";
        await using var look = TestDesk.Open(host);
        var item = await look.SaveAsync(("tg", "Пешнавис"));

        var invited = await desk.PostAsync(
            people, $"{people}?handler=Invite", ("email", "new@example.tj"), ("role", nameof(Role.Author)));
        var shown = await desk.PostAsync(previews, previews, ("items", item),
            ("until", host.Clock.GetUtcNow().AddDays(3)
                .ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                invited.Document.DocumentElement.OuterHtml, Does.Contain($"http://egov.test{Invitations.Path}"));
            Assert.That(shown.Document.DocumentElement.OuterHtml,
                Does.Contain($"http://egov.test/site/{SiteHost.Agency}/tg/preview/"));
        }
    }

    [TestCase("Tenancy:AdminHost", "desk.egov.test")]
    [TestCase("Tenancy:PublicOrigin", "egov.test")]
    [TestCase("Tenancy:PublicOrigin", "https://egov.test/tg")]
    [TestCase("Tenancy:RedirectToHttps", "true")]
    public void A_setting_that_cannot_be_meant_is_refused_at_start(string name, string value) => Assert.That(
        async () =>
            await SiteHost.StartAsync(SiteHost.Agency, settings: new Dictionary<string, string?> { [name] = value }),
        Throws.InstanceOf<OptionsValidationException>());

    [Test]
    public async Task Who_comes_by_http_is_led_to_https_and_what_was_posted_in_clear_is_refused()
    {
        await using var host = await SiteHost.StartAsync(
            SiteHost.Agency, settings: new Dictionary<string, string?>(Exact) { ["Tenancy:RedirectToHttps"] = "true" });

        foreach (var (name, address, location) in new[]
        {
            ("egov.test", "/tg/news?page=2", "https://egov.test/tg/news?page=2"),
            ("finance.egov.test:80", "/tg", "https://finance.egov.test/tg"),
            ("evil.test", "/tg", null),
        })
        {
            using var read = await AskAsync(host, HttpMethod.Get, name, address);
            using var posted = await AskAsync(host, HttpMethod.Post, name, address);
            using var safe = await AskAsync(host, HttpMethod.Get, name, address, proto: "https");
            using (Assert.EnterMultipleScope())
            {
                Assert.That((int)read.StatusCode, Is.EqualTo(location is null ? 404 : 308), name);
                Assert.That(read.Headers.Location?.OriginalString, Is.EqualTo(location), name);
                Assert.That((int)posted.StatusCode, Is.EqualTo(location is null ? 404 : 403), name);
                Assert.That((int)safe.StatusCode, Is.EqualTo(location is null ? 404 : 200), name);
            }
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(
        SiteHost host, HttpMethod method, string name, string address, string? proto = null)
    {
        using var client = host.Client();
        using var question = new HttpRequestMessage(method, address);
        question.Headers.TryAddWithoutValidation("Host", name);
        if (proto is not null)
        {
            question.Headers.Add("X-Forwarded-Proto", proto);
        }

        return await client.SendAsync(question);
    }
}
