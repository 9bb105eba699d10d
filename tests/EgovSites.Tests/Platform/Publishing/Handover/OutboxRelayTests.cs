using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing.Handover;

public class OutboxRelayTests
{
    [Test]
    public async Task A_poison_row_is_set_aside_and_the_others_go_on()
    {
        var handler = new Choking();
        await using var host =
            await SiteHost.StartAsync(SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(handler));
        await StopOwnRelayAsync(host);
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        outbox.Add(db, Choking.Poison, "tg");
        outbox.Add(db, "good", "tg");
        await db.SaveChangesAsync();

        for (var round = 0; round < 3 * OutboxRelay.MaxAttempts; round++)
        {
            await host.HandOverAsync();
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var left = await db.Set<OutboxMessage>().AsNoTracking().ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(handler.Seen, Does.Contain("good"));
            Assert.That(left.Select(row => row.ItemId), Is.EqualTo([Choking.Poison]));
            Assert.That(left.Single().SetAsideAt, Is.Not.Null);
            Assert.That(left.Single().Error, Is.EqualTo("This row is poison."));
        }
    }

    [Test]
    public async Task What_was_written_before_the_process_died_is_handed_over_at_the_next_start()
    {
        await using var host = await SiteHost.StartAsync(
            SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(new Choking("orphan")));
        await using (var scope = host.ScopeOf(SiteHost.Agency))
        {
            var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
            scope.ServiceProvider.GetRequiredService<Outbox>().Add(db, "orphan", "tg");
            await db.SaveChangesAsync();
        }

        var handler = new Choking();
        await host.RestartAsync(services => services.AddSingleton<IOutboxHandler>(handler));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(() => handler.Seen, Does.Contain("orphan").After(20000, 50));
    }

    [Test]
    public async Task A_handler_that_fails_holds_no_other_back_and_those_done_are_not_asked_again()
    {
        var (poisoned, good) = (new Choking(), new Counting());
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, services => services
            .AddSingleton<IOutboxHandler>(poisoned).AddSingleton<IOutboxHandler>(good));
        await StopOwnRelayAsync(host);
        await AddAsync(host, Choking.Poison);
        await TryOftenAsync(host);

        Assert.That(good.Times, Is.EqualTo(1));
    }

    [Test]
    public async Task A_store_that_is_away_is_asked_again_without_end()
    {
        var handler = new Counting(failing: true);
        await using var host =
            await SiteHost.StartAsync(SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(handler));
        await StopOwnRelayAsync(host);
        await AddAsync(host, "late");
        await TryOftenAsync(host);
        var waiting = await RowsAsync(host);
        handler.IsFailing = false;
        await TryOftenAsync(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.Single().SetAsideAt, Is.Null);
            Assert.That(waiting.Single().Attempts, Is.GreaterThan(OutboxRelay.MaxAttempts));
            Assert.That(waiting.Single().Error, Is.EqualTo("The disk is away."));
            Assert.That(await RowsAsync(host), Is.Empty);
        }
    }

    [Test]
    public async Task What_was_set_aside_is_handed_over_once_somebody_asks_for_it()
    {
        var handler = new Choking();
        await using var host =
            await SiteHost.StartAsync(SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(handler));
        await StopOwnRelayAsync(host);
        await AddAsync(host, Choking.Poison);
        await TryOftenAsync(host);
        handler.IsCured = true;
        var tried = await host.Services.GetRequiredService<OutboxRetry>().RunAsync(host.Tenant(SiteHost.Agency));
        await host.HandOverAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tried, Is.EqualTo(1));
            Assert.That(await RowsAsync(host), Is.Empty);
            Assert.That(handler.Seen, Does.Contain(Choking.Poison));
        }
    }

    [Test]
    public async Task A_row_of_a_clock_that_went_back_is_due()
    {
        var handler = new Choking();
        await using var host =
            await SiteHost.StartAsync(SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(handler));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await AddAsync(host, "tomorrow");
        host.Clock.Advance(-TimeSpan.FromDays(1));
        await host.HandOverAsync();

        Assert.That(handler.Seen, Does.Contain("tomorrow"));
    }

    // Delivery is at least once: the host's own relay beside ours might deliver the same row in the same moment.
    private static Task StopOwnRelayAsync(SiteHost host) =>
        host.Services.GetRequiredService<OutboxRelay>().StopAsync(CancellationToken.None);

    private static async Task AddAsync(SiteHost host, string item)
    {
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        scope.ServiceProvider.GetRequiredService<Outbox>().Add(db, item, "tg");
        await db.SaveChangesAsync();
    }

    private static async Task TryOftenAsync(SiteHost host)
    {
        for (var round = 0; round < 3 * OutboxRelay.MaxAttempts; round++)
        {
            await host.HandOverAsync();
            host.Clock.Advance(TimeSpan.FromMinutes(6));
        }
    }

    private static async Task<List<OutboxMessage>> RowsAsync(SiteHost host)
    {
        await using var scope = host.ScopeOf(SiteHost.Agency);
        return await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<OutboxMessage>().AsNoTracking()
            .ToListAsync();
    }

    private sealed class Counting(bool failing = false) : IOutboxHandler
    {
        private int _times;

        public int Times => _times;

        public bool IsFailing { get; set; } = failing;

        public Task HandleAsync(
            Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
        {
            if (IsFailing && message.ItemId == "late")
            {
                throw new InvalidOperationException("See the inner exception.", new IOException("The disk is away."));
            }

            _times += message.ItemId is Choking.Poison or "late" ? 1 : 0;
            return Task.CompletedTask;
        }
    }

    private sealed class Choking(string poison = Choking.Poison) : IOutboxHandler
    {
        public const string Poison = "poison";

        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _seen = new();

        public bool IsCured { get; set; }

        public IReadOnlyCollection<string> Seen => [.. _seen];

        public Task HandleAsync(
            Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
        {
            if (message.ItemId == poison && !IsCured)
            {
                throw new InvalidOperationException("This row is poison.");
            }

            _seen.Enqueue(message.ItemId);
            return Task.CompletedTask;
        }
    }
}
