using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Storage.Centre;

/// <summary>A clock that leapt deletes nothing until a person has said that it is right.</summary>
public sealed class ClockGuardTests
{
    private static readonly TimeSpan Leap = TimeSpan.FromDays(400);

    [Test]
    public async Task A_start_far_in_the_future_leaves_the_bin_alone_until_the_clock_is_confirmed()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var id = await BinOneAsync(host);
        host.Clock.Advance(Leap);
        await host.RestartAsync();
        await RoundAsync(host);
        var afterLeap = await IsThereAsync(host, id);
        var ready = await host.Client().GetStringAsync("/healthz/ready");

        await host.Services.GetRequiredService<ClockGuard>().ConfirmAsync();
        await host.RestartAsync();
        await RoundAsync(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(afterLeap, Is.True);
            Assert.That(ready, Does.Contain("clock not believed"));
            Assert.That(await IsThereAsync(host, id), Is.False);
        }
    }

    [TestCase(25, false)]
    [TestCase(-1, false)]
    [TestCase(23, true)]
    public async Task The_clock_is_believed_within_a_day_of_the_last_look_and_never_before_it(int hours, bool isTrusted)
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var guard = host.Services.GetRequiredService<ClockGuard>();
        host.Clock.Advance(TimeSpan.FromHours(hours));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(guard.IsTrusted, Is.EqualTo(isTrusted));
            Assert.That(await guard.LookAsync(), Is.EqualTo(isTrusted));
        }
    }

    private static async Task RoundAsync(SiteHost host)
    {
        foreach (var work in host.Services.GetServices<IDailyWork>())
        {
            await work.VisitAsync(host.Tenant(SiteHost.Agency), CancellationToken.None);
        }
    }

    private static async Task<string> BinOneAsync(SiteHost host)
    {
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        var item = await db.Set<Item>().FirstAsync();
        item.BinnedAt = host.Clock.GetUtcNow();
        await db.SaveChangesAsync();
        return item.Id;
    }

    private static async Task<bool> IsThereAsync(SiteHost host, string id)
    {
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        return await db.Set<Item>().AnyAsync(item => item.Id == id);
    }
}
