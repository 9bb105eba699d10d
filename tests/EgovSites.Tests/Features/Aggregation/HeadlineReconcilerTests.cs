using EgovSites.Features.Aggregation;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Aggregation;

/// <summary>However a headline got lost, the daily look brings it back.</summary>
public sealed class HeadlineReconcilerTests
{
    [Test]
    public async Task A_lost_a_stale_and_a_left_over_headline_are_mended_and_the_gauge_is_nought()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var office = new PressOffice(host, SiteHost.Agency);
        var type = host.Services.GetRequiredService<Standards>()
            .Newest.Types.First(one => one.Behaviours is { Aggregated: true, ArchivedByMonth: true });
        var lost = await office.PublishAsync(type, ("tg", "Гумшуда"));
        var stale = await office.PublishAsync(type, ("tg", "Кӯҳна"));
        var leftOver = await office.PublishAsync(type, ("tg", "Зиёдатӣ"));
        await using (var db = await HostDbAsync(host))
        {
            var kept = await db.Set<Headline>().AsNoTracking().SingleAsync(row => row.ItemId == leftOver);
            await office.WithdrawAsync(leftOver, "tg");
            db.Add(kept);
            await db.SaveChangesAsync();
            await db.Set<Headline>().Where(row => row.ItemId == lost).ExecuteDeleteAsync();
            await db.Set<Headline>().Where(row => row.ItemId == stale)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Title, "Дигар")
                    .SetProperty(one => one.UpdatedAt, DateTimeOffset.UnixEpoch));
        }

        var reconciler = host.Services.GetRequiredService<HeadlineReconciler>();
        var mended = await reconciler.RunAsync(host.Tenant(SiteHost.Agency));
        var again = await reconciler.RunAsync(host.Tenant(SiteHost.Agency));

        await using var after = await HostDbAsync(host);
        var titles = await after.Set<Headline>().Where(row => new[] { lost, stale, leftOver }.Contains(row.ItemId))
            .Select(row => row.Title).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((mended, again, reconciler.Astray), Is.EqualTo((3, 0, 0)));
            Assert.That(titles, Is.EquivalentTo(["Гумшуда", "Кӯҳна"]));
        }
    }

    [Test]
    public async Task Untouched_sites_need_no_mending()
    {
        await using var host = await SiteHost.StartAsync();
        await host.HandOverAsync();

        foreach (var slug in new[] { SiteHost.Agency, SiteHost.OtherAgency, "portal" })
        {
            Assert.That(await host.Services.GetRequiredService<HeadlineReconciler>()
                .RunAsync(host.Tenant(slug)), Is.Zero, slug);
        }

        Assert.That(await host.Client().GetStringAsync("/healthz/ready"), Is.EqualTo("ok"));
    }

    private static Task<HostDbContext> HostDbAsync(SiteHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync();
}
