using EgovSites.Platform.Publishing;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing;

public class OutboxRelayTests
{
    [Test]
    public async Task A_poison_row_is_set_aside_and_the_others_go_on()
    {
        var handler = new Choking();
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(handler));
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        outbox.Add(db, Choking.Poison, "tg");
        outbox.Add(db, "good", "tg");
        await db.SaveChangesAsync();

        // The host's own relay is at work too, so that one round need not count as one attempt.
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
        await using var host = await SiteHost.StartAsync(SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(new Choking("orphan")));
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

    private sealed class Choking(string poison = Choking.Poison) : IOutboxHandler
    {
        public const string Poison = "poison";

        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _seen = new();

        public IReadOnlyCollection<string> Seen => [.. _seen];

        public Task HandleAsync(Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
        {
            if (message.ItemId == poison)
            {
                throw new InvalidOperationException("This row is poison.");
            }

            _seen.Enqueue(message.ItemId);
            return Task.CompletedTask;
        }
    }
}
