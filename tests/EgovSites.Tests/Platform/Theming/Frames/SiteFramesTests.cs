using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Theming.Frames;

public sealed class SiteFramesTests
{
    [Test]
    public async Task A_frame_that_was_being_read_while_the_site_changed_is_not_kept()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var tenant = host.Tenant(SiteHost.Agency);
        var changedAt = host.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        var clock = new Meddler(host.Clock);
        using var frames = new SiteFrames(
            host.Services.GetRequiredService<SiteDatabases>(), host.Services.GetRequiredService<Standards>(), clock);
        // The rows are read by then, and the frame is not kept yet.
        clock.OnNow = () =>
        {
            using var db = host.Services.GetRequiredService<SiteDatabases>().Open(tenant);
            db.Set<Publication>().Where(row => row.Culture == "tg")
                .ExecuteUpdate(row => row.SetProperty(one => one.UpdatedAt, changedAt));
            frames.Forget(tenant.Id);
        };

        var during = await frames.GetAsync(tenant, "tg");
        var after = await frames.GetAsync(tenant, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.HasMeddled, Is.True);
            Assert.That(during.UpdatedAt, Is.LessThan(changedAt));
            Assert.That(after.UpdatedAt, Is.EqualTo(changedAt));
        }
    }

    [Test]
    public async Task What_was_forgotten_is_let_go_of_and_the_rest_is_kept()
    {
        await using var host = await SiteHost.StartAsync();
        using var frames = new SiteFrames(host.Services.GetRequiredService<SiteDatabases>(),
            host.Services.GetRequiredService<Standards>(), TimeProvider.System);
        await frames.GetAsync(host.Tenant(SiteHost.Agency), "tg");
        await frames.GetAsync(host.Tenant(SiteHost.OtherAgency), "tg");
        frames.Forget(host.Tenant(SiteHost.Agency).Id);
        frames.Sweep();

        Assert.That(frames.Count, Is.EqualTo(1));
    }

    private sealed class Meddler(TimeProvider clock) : TimeProvider
    {
        public Action OnNow { get; set; } = () => { };

        public bool HasMeddled { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            if (!HasMeddled)
            {
                HasMeddled = true;
                OnNow();
            }

            return clock.GetUtcNow();
        }
    }
}
