using EgovSites.Platform.Publishing.Duties;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing.Duties;

/// <summary>
/// What a start costs thousands of sites that have nothing to do, and what it finds of those that have.
/// </summary>
public class DutyWatchTests
{
    [Test]
    public async Task A_start_opens_no_site()
    {
        await using var host = await SiteHost.StartAsync();
        await WaitAsync(host);
        await host.RestartAsync();

        await WaitAsync(host);

        Assert.That(host.Services.GetRequiredService<SiteDatabases>().AwakeCount, Is.Zero);
    }

    [Test]
    public async Task What_a_process_that_ended_left_in_an_outbox_is_handed_over_after_the_start()
    {
        await using var host = await SiteHost.StartAsync();
        await using (var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency)))
        {
            host.Services.GetRequiredService<Outbox>().Add(db, "nothing", "tg");
            await db.SaveChangesAsync();
        }

        await host.RestartAsync();

        Assert.That(await UntilAsync(async () => !await HasMessagesAsync(host)), Is.True);
    }

    [Test]
    public async Task A_plan_is_carried_out_after_a_start_that_opened_no_site()
    {
        await using var host = await SiteHost.StartAsync();
        string id;
        await using (var desk = TestDesk.Open(host))
        {
            id = await desk.SaveAsync(("tg", "Нақшаи пеш аз бозоғозӣ"));
            await desk.Do<Schedule>()
                .RunAsync(TestDesk.Officer, id, "tg", new Plan(host.Clock.GetUtcNow().AddHours(1), null));
        }

        await host.RestartAsync();
        await WaitAsync(host);
        host.Clock.Advance(TimeSpan.FromHours(2));

        await using var later = TestDesk.Open(host);
        Assert.That(await UntilAsync(async () => (await later.FindAsync(id)).Count > 0), Is.True);
    }

    [Test]
    public async Task A_note_is_gone_once_it_was_acted_on_and_comes_back_for_what_is_left()
    {
        IgnoreOnSqlite();
        await using var host = await SiteHost.StartAsync();
        await using var desk = TestDesk.Open(host);
        var id = await desk.PublishAsync(("tg", "Хабар барои қайд"));
        var later = host.Clock.GetUtcNow().AddDays(1);
        await desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "tg", new Plan(null, later));

        await UntilAsync(async () => (await NotesAsync(host)).Count == 1);
        var notes = await NotesAsync(host);

        Assert.That(
            notes.Select(note => (note.TenantId, note.At, note.IsPlan)), Is.EqualTo([(desk.Db.TenantId, later, true)]));
    }

    [Test]
    public async Task A_message_that_is_tried_again_by_hand_is_noted_for_every_host()
    {
        IgnoreOnSqlite();
        await using var host = await SiteHost.StartAsync();
        await UntilAsync(async () => (await NotesAsync(host)).Count == 0);
        var far = host.Clock.GetUtcNow().AddDays(9);
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        var message = new OutboxMessage
        {
            Id = "m",
            ItemId = "i",
            Culture = "tg",
            At = far,
            NextAttemptAt = far,
            Attempts = 5,
            SetAsideAt = far
        };
        db.Add(message);
        await db.SaveChangesAsync();
        var before = await NotesAsync(host);

        message.SetAsideAt = null;
        await db.SaveChangesAsync();

        Assert.That((before.Count, (await NotesAsync(host)).Count), Is.EqualTo((0, 1)));
    }

    private static async Task<List<DutyNote>> NotesAsync(SiteHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        return await db.Set<DutyNote>().AsNoTracking().ToListAsync();
    }

    private static async Task<bool> HasMessagesAsync(SiteHost host)
    {
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        return await db.Set<OutboxMessage>().AnyAsync();
    }

    private static Task WaitAsync(SiteHost host) => TestDatabase.IsPostgres
        ? Task.Delay(TimeSpan.FromSeconds(3))
        : host.Services.GetRequiredService<DutyWatch>().ExecuteTask!;

    private static async Task<bool> UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await isSo())
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    private static void IgnoreOnSqlite()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("This run is on SQLite, where each file is asked instead.");
        }
    }
}
