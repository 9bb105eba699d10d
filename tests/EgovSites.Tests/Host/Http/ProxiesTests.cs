using System.Collections.Concurrent;
using System.Net;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EgovSites.Tests.Host.Http;

/// <summary>Whose word about a visitor is taken.</summary>
public class ProxiesTests
{
    private const string Visitor = "198.51.100.7";

    private static readonly Dictionary<string, string?> Named = new()
    {
        ["Proxies:Networks:0"] = "10.1.2.0/24",
        ["Proxies:Addresses:0"] = "10.9.9.9",
        ["Logging:LogLevel:EgovSites.Host.Http"] = "Warning",
    };

    [Test]
    public async Task A_named_network_is_believed_and_an_unnamed_one_is_not_and_is_spoken_of_once()
    {
        var log = new Lines();
        await using var host = await SiteHost.StartAsync(
            SiteHost.Agency,
            services => services.AddSingleton<IStartupFilter>(new Elsewhere()).AddSingleton<ILoggerProvider>(log),
            settings: Named);

        foreach (var (proxy, seen) in new[]
        {
            ("127.0.0.1", Visitor), ("10.1.2.200", Visitor), ("10.9.9.9", Visitor), ("::ffff:10.1.2.3", Visitor),
            ("10.1.3.1", "10.1.3.1"), ("10.9.9.8", "10.9.9.8"), ("203.0.113.5", "203.0.113.5"),
            ("203.0.113.5", "203.0.113.5"),
        })
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, "/healthz/live");
            question.Headers.Add(Elsewhere.From, proxy);
            // What the visitor wrote stands first; only what the proxy added counts.
            question.Headers.Add("X-Forwarded-For", $"6.6.6.6, {Visitor}");
            using var answer = await host.Client().SendAsync(question);

            Assert.That(answer.Headers.GetValues(Elsewhere.Seen).Single(), Is.EqualTo(seen), proxy);
        }

        var warnings = log.Written.Where(line => line.Contains("X-Forwarded-For", StringComparison.Ordinal)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(warnings, Has.Count.EqualTo(3));
            Assert.That(warnings.Count(line => line.Contains("203.0.113.5", StringComparison.Ordinal)), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Strangers_cannot_fill_the_log()
    {
        var log = new Lines();
        await using var host = await SiteHost.StartAsync(
            SiteHost.Agency,
            services => services.AddSingleton<IStartupFilter>(new Elsewhere()).AddSingleton<ILoggerProvider>(log),
            settings: Named);

        for (var number = 0; number < 60; number++)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, "/healthz/live");
            question.Headers.Add(Elsewhere.From, $"203.0.113.{number}");
            question.Headers.Add("X-Forwarded-For", Visitor);
            using var answer = await host.Client().SendAsync(question);
        }

        Assert.That(log.Written.Count(line => line.Contains("X-Forwarded-For", StringComparison.Ordinal)),
            Is.LessThanOrEqualTo(16));
    }

    [Test]
    public async Task Whoever_asks_for_health_gets_headers_one_query_a_second_and_no_details()
    {
        await using var host = await SiteHost.StartAsync(
            SiteHost.Agency,
            services => services.AddSingleton<IStartupFilter>(new Elsewhere()),
            settings: new Dictionary<string, string?> { ["Health:Networks:0"] = "10.5.0.0/16" });
        host.Services.GetRequiredService<SiteDatabases>().CloseForRepair(host.Tenant(SiteHost.Agency).Id, "a test");

        foreach (var (asker, text) in new[] { ("203.0.113.5", "ok"), ("10.5.1.1", "ok\nclosed for repair: finance"),
            ("127.0.0.1", "ok\nclosed for repair: finance") })
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, "/healthz/ready");
            question.Headers.Add(Elsewhere.From, asker);
            using var answer = await host.Client().SendAsync(question);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(text), asker);
                Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
                Assert.That(answer.Headers.GetValues("Content-Security-Policy")
                    .Single(), Does.Contain("default-src 'none'"));
                Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
            }
        }
    }

    // A test speaks from loopback only: this puts another sender below everything else.
    private sealed class Elsewhere : IStartupFilter
    {
        public const string From = "X-Test-From";
        public const string Seen = "X-Test-Seen";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[From]
                    .ToString() is { Length: > 0 } from ? from : "127.0.0.1");
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[Seen] = context.Connection.RemoteIpAddress?.ToString();
                    return Task.CompletedTask;
                });
                return following(context);
            });
            next(app);
        };
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
