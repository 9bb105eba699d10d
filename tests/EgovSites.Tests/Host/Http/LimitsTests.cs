using System.Net;
using System.Net.Sockets;
using System.Text;
using EgovSites.Host.Http.Guards;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

/// <summary>How long a visitor may be kept waiting, and how much of the door one may hold.</summary>
public class LimitsTests
{
    [TestCase("tg", "Сомона ҳоло банд аст")]
    [TestCase("ru", "Сайт сейчас перегружен")]
    [TestCase("en", "The site is busy")]
    public async Task A_page_that_takes_too_long_is_given_up_in_words_and_others_go_on(string culture, string title)
    {
        await using var host = await SlowAsync(seconds: 8);
        var other = await host.Client().PageAsync($"/site/{SiteHost.Agency}/{culture}/news?page=1");
        using var client = host.Client();
        client.DefaultRequestHeaders.Add(Slow.Header, "yes");
        var page = await client.PageAsync($"/site/{SiteHost.Agency}/{culture}/news");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(503));
            Assert.That(page.All("h1, h2"), Does.Contain(title));
            Assert.That(page.Response.Headers.RetryAfter, Is.Not.Null);
            Assert.That(page.Response.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(other.Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task A_form_and_the_back_office_may_take_their_time()
    {
        await using var host = await SlowAsync(seconds: 1);
        using var client = host.Client();
        client.DefaultRequestHeaders.Add(Slow.Header, "2500");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await client.PageAsync("/admin/sign-in")).Status, Is.EqualTo(200));
            using var form = new FormUrlEncodedContent([new("number", "X"), new("code", "Y")]);
            Assert.That((int)(await client.PostAsync($"/site/{SiteHost.Agency}/tg/feedback/status", form))
                .StatusCode, Is.Not.EqualTo(503));
        }
    }

    [Test]
    public async Task One_address_gets_its_share_of_connections_and_no_more_until_it_lets_one_go()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, Strangers, settings: Share(3));
        var held = new List<TcpClient>();
        for (var number = 0; number < 3; number++)
        {
            held.Add(await OpenAsync(host));
        }

        var refused = await FreshAnswerAsync(host);
        var answered = await AnswerAsync(held[0]);
        held.ForEach(one => one.Dispose());
        var shares = host.Services.GetRequiredService<ConnectionShares>();
        Assert.That(() => shares.AddressCount, Is.Zero.After(10_000, 50));
        var later = await FreshAnswerAsync(host);

        Assert.That((refused, answered, later), Is.EqualTo(("", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK")));
    }

    [Test]
    public async Task A_proxy_that_is_believed_brings_as_many_as_it_likes()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, settings: Share(3));
        var held = new List<TcpClient>();
        for (var number = 0; number < 6; number++)
        {
            held.Add(await OpenAsync(host));
        }

        Assert.That(await AnswerAsync(held[5]), Is.EqualTo("HTTP/1.1 200 OK"));
        held.ForEach(one => one.Dispose());
    }

    [Test]
    public async Task Who_cannot_sign_in_because_the_centre_is_locked_is_told_so()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("On PostgreSQL the centre has no file.");
        }

        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var known = await Admin.DeskClient.SignInAsync(host, EgovSites.Platform.Accounts.Role.Author);
        using var desk = new Admin.DeskClient(host);
        await using var holder =
            new SqliteConnection($"Data Source={Path.Combine(host.DataFolder, "host.db")};Pooling=False");
        await holder.OpenAsync();
        await using var command = holder.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        var page = await desk.EnterAsync(known.Email, Admin.DeskClient.Password);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(503));
            Assert.That(page.All("h1, h2"),
                Is.EquivalentTo(
                    ["Анбори марказӣ ҳоло ҷавоб намедиҳад", "Центральное хранилище сейчас не отвечает",
                        "The central store does not answer now"]));
            Assert.That((await host.Client().PageAsync($"/site/{SiteHost.Agency}/tg/news")).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Nothing_is_written_into_a_central_file_that_was_moved_away()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("On PostgreSQL the centre has no file.");
        }

        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var known = await Admin.DeskClient.SignInAsync(host, EgovSites.Platform.Accounts.Role.Author);
        using var desk = new Admin.DeskClient(host);
        var file = Path.Combine(host.DataFolder, "host.db");
        File.Move(file, file + ".away");
        var page = await desk.EnterAsync(known.Email, Admin.DeskClient.Password);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        using var ready = await host.Client().GetAsync("/healthz/ready");
        File.Move(file + ".away", file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(503));
            Assert.That(page.All("h1, h2"), Does.Contain("The central store does not answer now"));
            Assert.That((int)ready.StatusCode, Is.EqualTo(503));
            Assert.That((await desk.EnterAsync(known.Email, Admin.DeskClient.Password)).Status, Is.EqualTo(302));
        }
    }

    private static Task<SiteHost> SlowAsync(int seconds) => SiteHost.StartAsync(
        SiteHost.Agency, services => services.Configure<MvcOptions>(options => options.Filters.Add(new Slow())),
        settings: new Dictionary<string, string?> { ["Limits:PageSeconds"] = $"{seconds}" });

    private static Dictionary<string, string?> Share(int most) =>
        new() { ["Limits:ConnectionsPerAddress"] = $"{most}" };

    // A test speaks from loopback only, which is believed otherwise.
    private static void Strangers(IServiceCollection services) =>
        services.PostConfigure<ForwardedHeadersOptions>(options =>
    {
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        options.KnownProxies.Add(IPAddress.Parse("10.0.0.1"));
    });

    private static async Task<TcpClient> OpenAsync(SiteHost host)
    {
        var client = new TcpClient { ReceiveTimeout = 10_000 };
        await client.ConnectAsync(IPAddress.Loopback, host.Address.Port);
        // The host has counted it once it answers.
        await Task.Delay(200);
        return client;
    }

    // What is turned away may be reset while it still connects.
    private static async Task<string> FreshAnswerAsync(SiteHost host)
    {
        try
        {
            using var client = await OpenAsync(host);
            return await AnswerAsync(client);
        }
        catch (SocketException)
        {
            return "";
        }
    }

    private static async Task<string> AnswerAsync(TcpClient client)
    {
        try
        {
            await client.GetStream()
                .WriteAsync(Encoding.ASCII.GetBytes("GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
            return await reader.ReadLineAsync() ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>
    /// Makes a page slow for whoever asks for that: for a number of milliseconds, or until it is given up.
    /// </summary>
    private sealed class Slow : IAsyncPageFilter
    {
        public const string Header = "X-Test-Slow";

        public async Task OnPageHandlerExecutionAsync(
            PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var asked = context.HttpContext.Request.Headers[Header].ToString();
            if (asked.Length > 0 && !context.HttpContext.Request.RouteValues.ContainsKey("code"))
            {
                await Task.Delay(int.TryParse(asked, out var milliseconds) ? milliseconds
                    : Timeout.Infinite, context.HttpContext.RequestAborted);
            }

            await next();
        }

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;
    }
}
