using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing.Bin;

public class BinSweepTests
{
    [Test]
    public async Task An_item_restored_while_the_sweep_runs_keeps_all_its_rows()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var desk = TestDesk.Open(host);
        await using var restorer = TestDesk.Open(host);
        var id = await BinAsync(desk, "Дар лаҳзаи охир");
        host.Clock.Advance(BinSweep.KeptFor + TimeSpan.FromDays(1));

        await using var transaction = await restorer.Db.Database.BeginTransactionAsync();
        var restored = await restorer.Do<RestoreFromBin>().RunAsync(TestDesk.Officer, id);
        var sweep =
            Task.Run(() => host.Services.GetRequiredService<BinSweep>().SweepAsync(host.Tenant(SiteHost.Agency)));
        await Task.Delay(TimeSpan.FromSeconds(1));
        await transaction.CommitAsync();
        var swept = await sweep;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(restored.Reasons, Is.Empty);
            Assert.That(swept, Is.Zero);
            Assert.That(await desk.Db.Set<Revision>().CountAsync(row => row.ItemId == id), Is.EqualTo(1));
            Assert.That(await desk.Db.Set<Translation>().CountAsync(row => row.ItemId == id), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Restoring_what_was_just_swept_says_that_it_is_gone()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var desk = TestDesk.Open(host);
        await using var late = TestDesk.Open(host);
        var id = await BinAsync(desk, "Дер шуд");
        await late.Db.Set<Item>().Include(item => item.Translations).SingleAsync(item => item.Id == id);
        host.Clock.Advance(BinSweep.KeptFor + TimeSpan.FromDays(1));
        await host.Services.GetRequiredService<BinSweep>().SweepAsync(host.Tenant(SiteHost.Agency));

        var outcome = await late.Do<RestoreFromBin>().RunAsync(TestDesk.Officer, id);

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("workflow.gone"));
    }

    [Test]
    public async Task Links_that_ended_long_ago_go_with_their_agreements_and_open_ones_stay()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var desk = TestDesk.Open(host);
        var id = await desk.SaveAsync(("tg", "Пайвандҳо"));
        var item = await desk.Db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleAsync(row => row.Id == id);
        var previews = desk.Do<Previews>();
        foreach (var days in new[] { 1, 59 })
        {
            var (code, _) = await previews.CreateAsync(TestDesk.Officer, [id], host.Clock.GetUtcNow()
                + TimeSpan.FromDays(days), mayApprove: true);
            await previews.ApproveAsync((await previews.FindAsync(code!))!, item, "tg", item.Revision, $"Касе {days}");
        }

        host.Clock.Advance(BinSweep.CopiesKeptFor + TimeSpan.FromDays(2));
        await host.Services.GetRequiredService<BinSweep>().SweepAsync(host.Tenant(SiteHost.Agency));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await desk.Db.Set<PreviewLink>().CountAsync(), Is.EqualTo(1));
            Assert.That(await desk.Db.Set<PreviewApproval>().Select(row => row.Name)
                .SingleAsync(), Is.EqualTo("Касе 59"));
        }
    }

    private static async Task<string> BinAsync(TestDesk desk, string title)
    {
        var id = await desk.SaveAsync(("tg", title));
        Assert.That((await desk.Do<MoveToBin>().RunAsync(TestDesk.Officer, id)).IsDone, Is.True);
        desk.Db.ChangeTracker.Clear();
        return id;
    }
}
