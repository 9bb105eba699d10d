using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

/// <summary>Attacks of the list in docs/security.md that belong to no one folder.</summary>
public class AttackTests
{
    private const string Site = $"/site/{SiteHost.Agency}";

    [TestCase("..%2f..%2fhost.db")]
    [TestCase("..%5c..%5chost.db")]
    [TestCase("%2e%2e%2f%2e%2e%2fhost.db")]
    [TestCase("..%252f..%252fhost.db")]
    [TestCase("%c0%ae%c0%ae%c0%afhost.db")]
    [TestCase("....//....//host.db")]
    [TestCase("..;/..;/host.db")]
    [TestCase("host.db%00.png")]
    public async Task No_file_route_leads_out_of_its_folder(string way)
    {
        var host = await SharedHost.GetAsync();

        foreach (var route in new[] { "/_theme/", $"{Site}/media/", $"{Site}/media/x/", "/admin/handbook/images/tg/",
            "/favicon.ico/", "/" })
        {
            var (status, text) =
                await RawAsync(host, $"GET {route}{way} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(status, Is.AnyOf(302, 400, 404), route);
                Assert.That(text, Does.Not.Contain("SQLite format").And.Not.Contain("DataProtection"), route);
            }
        }
    }

    [TestCase("GET /tg HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\n", 400)]
    [TestCase("GET /tg HTTP/1.1\r\n", 400)]
    [TestCase("GET /tg HTTP/1.1\r\nHost: localhost/evil\r\n", 400)]
    [TestCase("GET http://evil.test/tg HTTP/1.1\r\nHost: localhost\r\n", 400)]
    [TestCase("GET http://evil.test/tg HTTP/1.1\r\nHost: evil.test\r\n", 404)]
    [TestCase("GET /tg HTTP/1.1\r\nHost: evil.test\r\nX-Forwarded-Host: localhost\r\nX-Original-URL: /ru\r\n", 404)]
    public async Task The_host_of_a_request_is_one_and_is_ours(string head, int status)
    {
        var (answered, text) = await RawAsync(await SharedHost.GetAsync(), head + "Connection: close\r\n\r\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answered, Is.EqualTo(status));
            Assert.That(text, Does.Not.Contain("evil.test"));
        }
    }

    [TestCase(
        "POST /tg/feedback HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX")]
    [TestCase("POST /tg/feedback HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")]
    [TestCase("POST /tg/feedback HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [TestCase("GET /tg HTTP/1.1\r\nHost: localhost\r\nX-A: a\rX-B: b\r\n\r\n")]
    [TestCase("GET /tg HTTP/1.1\r\nHost: localhost\r\nX A: a\r\n\r\n")]
    [TestCase("GET /tg\r\n\r\nGET /admin HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task No_second_request_is_smuggled_behind_the_first(string bytes)
    {
        var (_, text) = await RawAsync(await SharedHost.GetAsync(), bytes);

        Assert.That(text.Split("HTTP/1.1 ").Length - 1, Is.LessThanOrEqualTo(1), text);
        Assert.That(text, Does.StartWith("HTTP/1.1 4").Or.StartWith("HTTP/1.1 5")
            .Or.Empty.Or.Contain("Connection: close"));
    }

    [TestCase("/admin/people/x.css")]
    [TestCase("/admin/profile;.js")]
    [TestCase("/admin/profile%0a.css")]
    [TestCase("/admin/profile%23.png")]
    [TestCase("//admin/profile")]
    [TestCase("/admin/profile/..%2fx.css")]
    [TestCase("/tg/../admin/profile")]
    public async Task No_page_of_the_desk_passes_for_a_file_that_may_be_kept(string address)
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        using var question = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(host.Address.GetLeftPart(UriPartial.Authority)
                + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        using var answer = await desk.SendAsync(question);

        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
    }

    [TestCase("X-Forwarded-Host", "evil.test")]
    [TestCase("X-Forwarded-Prefix", "/evil")]
    [TestCase("X-Original-URL", "/evil")]
    [TestCase("X-Rewrite-URL", "/evil")]
    [TestCase("X-HTTP-Method-Override", "DELETE")]
    [TestCase("Forwarded", "host=evil.test;proto=https")]
    [TestCase("Accept-Language", "ru")]
    public async Task A_header_that_tells_no_pages_apart_changes_none(string name, string value)
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();
        var address = $"{Site}/tg/documents?page=1&section={name.Length}";
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        question.Headers.TryAddWithoutValidation(name, value);

        using var first = await client.SendAsync(question);
        var second = await client.GetStringAsync($"{address}0");

        Assert.That((await first.Content.ReadAsStringAsync())
            .Replace($"={name.Length}", "=0", StringComparison.Ordinal), Does.Not.Contain("evil"));
        Assert.That(second, Does.Not.Contain("evil"));
    }

    [TestCase("/tg/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [TestCase("/site/finance/tg/news/%22onload%3Dx")]
    [TestCase("/admin/sign-in?returnUrl=%22%3E%3Cscript%3Ealert(1)")]
    [TestCase("/tg/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task An_error_or_an_empty_result_gives_no_letter_back_raw(string address)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        var text = await client.GetAsync(address);

        Assert.That(await text.Content.ReadAsStringAsync(), Does.Not.Contain("<script>alert")
            .And.Not.Contain("\"onload=x"));
    }

    [Test]
    public async Task Signs_of_templates_and_of_scripts_are_letters_in_a_title()
    {
        const string Title = "{{7*7}} ${7*7} @(1+1) <%= 7*7 %> </script><script>alert(1)</script>";
        var host = await SharedHost.GetAsync();
        await using var look = TestDesk.Open(host);
        var id = await look.PublishAsync(("tg", Title));
        var row = (await look.FindAsync(id)).Single();

        var page = await host.Client().PageAsync($"{Site}/tg/{row.Section}/{row.Slug}");
        var data = page.Document.QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => JsonDocument.Parse(script.TextContent)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("h1").Single(), Is.EqualTo(Title));
            Assert.That(page.Document.QuerySelectorAll("script:not([src])"), Has.Length.EqualTo(data.Count));
            Assert.That(data, Is.Not.Empty);
            Assert.That(page.Document.Title, Does.StartWith(Title));
        }
    }

    [Test]
    public async Task Words_a_form_does_not_have_decide_nothing()
    {
        await using var host = await SiteHost.StartAsync();
        var client = host.Client();
        var key = await client.KeyAsync();
        var other = host.Tenant(SiteHost.OtherAgency).Id;

        var receipt = await client.SendAsync(CitizenForm.Address, CitizenForm.Filled(
            ("key", key), ("TenantId", other), ("State", nameof(AppealState.Answered)), ("Number", "X-1"),
            ("Sent.State", "3"), ("IsAdmin", "true"), ("Answer", "x")));

        await using var site = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        await using var elsewhere = host.Services.GetRequiredService<SiteDatabases>()
            .Open(host.Tenant(SiteHost.OtherAgency));
        var appeal = await site.Set<Appeal>().AsNoTracking().SingleAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Status, Is.EqualTo(200));
            Assert.That(appeal.State, Is.EqualTo(AppealState.Received));
            Assert.That(appeal.Number, Is.EqualTo("FINANCE-2026-00001"));
            Assert.That(await elsewhere.Set<Appeal>().AnyAsync(), Is.False);
        }
    }

    [Test]
    public async Task Every_form_of_the_desk_needs_its_token()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        var faults = new List<string>();
        foreach (var route in (await Routes.OfAsync(host)).Where(route => route.IsOfDesk))
        {
            foreach (var post in route.Posts)
            {
                var address = route.Address(name => name == "site" ? SiteHost.Agency : name is "culture" or "language"
                    ? "tg" : name == "number" ? "1" : name == "handler" ? "" : "x");
                using var question = new HttpRequestMessage(HttpMethod.Post, post.Handler == "" ? address
                    : $"{address}?handler={post.Handler}");
                question.Content = new FormUrlEncodedContent([]);
                using var answer = await desk.SendAsync(question);
                if ((int)answer.StatusCode != 400)
                {
                    faults.Add($"{(int)answer.StatusCode} {address} {post.Handler}");
                }
            }
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task Every_answer_of_the_desk_is_kept_by_nobody_even_after_the_sign_out()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);

        async Task<bool> IsKeptAsync(string address) =>
            (await desk.GetAsync(address)).Response.Headers.CacheControl?.NoStore != true;

        foreach (var address in new[] { "/admin", "/admin/profile", $"/admin/sites/{SiteHost.Agency}/content",
            "/admin/sites", "/admin/nothing", "/admin/sign-in" })
        {
            Assert.That(await IsKeptAsync(address), Is.False, address);
        }

        await desk.PostAsync("/admin/profile", "/admin/sign-out");
        Assert.That(await IsKeptAsync("/admin/profile"), Is.False);
        Assert.That((await desk.GetAsync("/admin/profile")).Status, Is.EqualTo(302));
    }

    // A client tidies up what it sends; an attacker does not.
    private static async Task<(int Status, string Text)> RawAsync(SiteHost host, string bytes)
    {
        using var client = new TcpClient("127.0.0.1", host.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var answer = new StringBuilder();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, patience.Token)) > 0;)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // A connection that stays open has said what it had to say.
        }

        var text = answer.ToString();
        return (text.Length > 12 ? int.Parse(text.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture)
            : 0, text);
    }
}
