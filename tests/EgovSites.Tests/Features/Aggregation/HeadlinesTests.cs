using EgovSites.Features.Aggregation;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Aggregation;

public class HeadlinesTests
{
    [Test]
    public async Task One_slip_of_the_year_does_not_stretch_the_archive_by_centuries()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await host.HandOverAsync();
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync())
        {
            var first = await db.Set<Headline>().Where(row => row.Culture == "tg" && row.Section == "news")
                .Select(row => row.ItemId).FirstAsync();
            var slip = new DateTimeOffset(26, 1, 1, 0, 0, 0, TimeSpan.Zero);
            await db.Set<Headline>().Where(row => row.ItemId == first)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.ShownAt, slip));
        }

        var months = await host.Services.GetRequiredService<Headlines>().MonthsAsync("tg", "news");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(months[0], Is.EqualTo(new DateOnly(2026, 11, 1)));
            Assert.That(months[^1], Is.EqualTo(new DateOnly(1990, 1, 1)));
        }
    }
}
