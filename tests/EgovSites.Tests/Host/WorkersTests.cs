using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EgovSites.Tests.Host;

/// <summary>A worker that ends with an error ends the host: whatever it meets, it goes on.</summary>
public class WorkersTests
{
    [Test]
    public async Task A_central_store_that_fails_for_a_while_ends_neither_the_host_nor_the_watch_over_its_sites()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await RenameAsync(host, "Tenants", "Away");
        await Task.Delay(TimeSpan.FromSeconds(3));
        var isRunning = !host.Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStopping.IsCancellationRequested;
        await RenameAsync(host, "Away", "Tenants");
        await using (var db = await OpenAsync(host))
        {
            var at = host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
            await db.Tenants.Where(row => row.Slug == SiteHost.Agency)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, TenantState.Suspended)
                    .SetProperty(one => one.ChangedAt, at));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isRunning, Is.True);
            Assert.That(() => host.Tenant(SiteHost.Agency).State, Is.EqualTo(TenantState.Suspended).After(20_000, 100));
        }
    }

    [Test]
    public async Task A_client_that_gives_up_by_itself_does_not_end_the_host()
    {
        var handler = new GivingUp();
        await using var host =
            await SiteHost.StartAsync(SiteHost.Agency, services => services.AddSingleton<IOutboxHandler>(handler));
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        scope.ServiceProvider.GetRequiredService<Outbox>().Add(db, "any", "tg");
        await db.SaveChangesAsync();
        host.Services.GetRequiredService<OutboxRelay>().Nudge(db.TenantId);

        Assert.That(() => handler.Times, Is.Positive.After(20_000, 50));
        await Task.Delay(TimeSpan.FromSeconds(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.Services.GetRequiredService<IHostApplicationLifetime>()
                .ApplicationStopping.IsCancellationRequested, Is.False);
            Assert.That((await host.Client().PageAsync($"/site/{SiteHost.Agency}/tg")).Status, Is.EqualTo(200));
        }
    }

    private static async Task RenameAsync(SiteHost host, string from, string to)
    {
        await using var db = await OpenAsync(host);
        var schema = TestDatabase.IsPostgres ? "host." : "";
        var sql = $"ALTER TABLE {schema}\"{from}\" RENAME TO \"{to}\"";
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static Task<HostDbContext> OpenAsync(SiteHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync();

    private sealed class GivingUp : IOutboxHandler
    {
        private int _times;

        public int Times => Volatile.Read(ref _times);

        public int Order => 50;

        public Task HandleAsync(
            Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _times);
            throw new OperationCanceledException("The client's own patience ended.");
        }
    }
}
