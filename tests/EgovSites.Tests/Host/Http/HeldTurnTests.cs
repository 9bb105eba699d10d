using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Tests.Host.Http;

/// <summary>No visitor waits for another visitor's network, and no stranger's question grows the memory.</summary>
public class HeldTurnTests
{
    [TestCase("/site/finance/tg/feedback")]
    [TestCase("/site/finance/tg/feedback/status")]
    [TestCase("/site/finance/tg/preview/nosuchcode")]
    [TestCase("/site/finance/tg/no-such-page")]
    [TestCase("/site/finance/tg/news")]
    public async Task A_reader_who_reads_nothing_holds_nobody_up(string address)
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();
        await client.PageAsync(address);
        using var slow = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync("127.0.0.1", host.Address.Port);
        var question =
            $"GET {address} HTTP/1.1\r\nHost: localhost:{host.Address.Port}\r\nAccept-Encoding: br;q=0, identity\r\n\r\n";
        var pipelined = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(question, 60)));
        // A full pipe may hold the rest back; what has arrived is enough.
        _ = slow.SendAsync(pipelined);
        await Task.Delay(500);
        using var plain = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress =
                host.Address
        };
        var clock = Stopwatch.StartNew();

        using var answer = await plain.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();

        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)), "a waiter goes on by itself after one second");
    }

    [Test]
    public async Task A_waiter_whose_visitor_has_gone_stops_waiting()
    {
        using var cache = new PageCache(TimeProvider.System);
        var key = new PageCache.Key("a", "/tg", "", "br", true);
        await cache.IsMineAsync(key, new TaskCompletionSource(), CancellationToken.None);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        Assert.That(async () =>
            await cache.IsMineAsync(key, new TaskCompletionSource(), gone.Token),
                Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_flood_of_questions_stays_within_its_bounds_and_leaves_the_others_in_place()
    {
        using var cache = new PageCache(TimeProvider.System);
        var other = new PageCache.Key("vahdat.localhost", "/tg", "", "br", true);
        cache.Keep(other, PageOf(1000), cache.Begin("tenant:vahdat"));

        for (var number = 0; number < 25_000; number++)
        {
            cache.Keep(new PageCache.Key("finance.localhost", "/tg/news", new string('+', 4000) + number, "br", true),
                PageOf(300), cache.Begin("tenant:finance"));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cache.Kept.Bytes, Is.LessThanOrEqualTo(PageCache.MaxBytes / 4 + 10_000));
            Assert.That(cache.Kept.Count, Is.LessThanOrEqualTo(PageCache.MaxEntries));
            Assert.That(cache.Find(other), Is.Not.Null);
        }

        cache.Evict("tenant:vahdat");
        cache.Sweep();
        Assert.That(cache.Find(other), Is.Null);
        Assert.That(cache.Kept.Count, Is.GreaterThan(0));
        cache.Evict("tenant:finance");
        cache.Sweep();
        Assert.That(cache.Kept, Is.EqualTo((0L, 0)));
    }

    [Test]
    public void Keeping_a_page_again_counts_it_once()
    {
        using var cache = new PageCache(TimeProvider.System);
        var key = new PageCache.Key("a", "/tg", "", "br", true);
        cache.Keep(key, PageOf(1000), cache.Begin("a"));
        var once = cache.Kept;

        cache.Keep(key, PageOf(1000), cache.Begin("a"));

        Assert.That(cache.Kept, Is.EqualTo(once));
    }

    [TestCase("/tg/news/feed.atom?q=zzz")]
    [TestCase("/tg/search?q=zzz")]
    public async Task A_question_in_a_visitors_own_words_is_not_kept(string address)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        using var answer = await client.GetAsync(address);

        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
    }

    private static PageCache.Page PageOf(int bytes) =>
        new([KeyValuePair.Create("Content-Type", new StringValues("text/html"))], new byte[bytes], "W/\"x\"");
}
