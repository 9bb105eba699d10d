using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing.Plans;

/// <summary>Plans by language, over restarts and clock jumps; a host of its own, because the clock moves.</summary>
[NonParallelizable]
public class ScheduleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private SiteHost _host = null!;

    private DateTimeOffset Now => _host.Clock.GetUtcNow();

    [SetUp]
    public async Task StartAsync() => _host = await SiteHost.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task Each_language_goes_public_at_its_own_moment_and_that_moment_is_the_public_date()
    {
        await using var desk = TestDesk.Open(_host);
        var id = await desk.SaveAsync(("tg", "Бо вақти муайян"), ("ru", "По расписанию"));
        var (tajik, russian) = (Now + Hour, Now + (2 * Hour));
        await PlanAsync(desk, id, "tg", new(tajik, null));
        await PlanAsync(desk, id, "ru", new(russian, null));

        var before = await RunAsync(desk, id);
        _host.Clock.Advance(TimeSpan.FromMinutes(90));
        var between = await RunAsync(desk, id);
        _host.Clock.Advance(Hour);
        var after = await RunAsync(desk, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.Empty);
            Assert.That(between.Select(row => (row.Culture, row.ShownAt)), Is.EqualTo([("tg", tajik)]));
            Assert.That(
                after.Select(row => (row.Culture, row.ShownAt)), Is.EquivalentTo([("tg", tajik), ("ru", russian)]));
            Assert.That(after.Select(row => row.PublishedBy).Distinct(), Is.EqualTo([TestDesk.Officer.Name]));
        }
    }

    [Test]
    public async Task A_plan_survives_a_restart_and_a_forward_jump_of_the_clock_and_is_carried_out_once()
    {
        string id;
        await using (var desk = TestDesk.Open(_host))
        {
            id = await desk.SaveAsync(("tg", "Пас аз бозоғозӣ"));
            await PlanAsync(desk, id, "tg", new(Now + Hour, null));
        }

        _host.Clock.Advance(TimeSpan.FromDays(3));
        await _host.RestartAsync();
        await using var later = TestDesk.Open(_host);
        var rows = await WaitAsync(later, id);
        await RunAsync(later, id);
        var lines = await later.Db.Set<EgovSites.Platform.Auditing.AuditEntry>()
            .CountAsync(entry => entry.ItemId == id && entry.Verb == "publish");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Has.Count.EqualTo(1));
            Assert.That(lines, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_clock_that_jumps_back_makes_nothing_public_early()
    {
        await using var desk = TestDesk.Open(_host);
        var id = await desk.SaveAsync(("tg", "Соат ба қафо"));
        await PlanAsync(desk, id, "tg", new(Now + Hour, null));

        _host.Clock.Advance(-TimeSpan.FromDays(1));
        var early = await RunAsync(desk, id);
        _host.Clock.Advance(TimeSpan.FromDays(1) + Hour);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early, Is.Empty);
            Assert.That(await RunAsync(desk, id), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_planned_withdrawal_leaves_the_page_under_a_notice()
    {
        await using var desk = TestDesk.Open(_host);
        var id = await desk.PublishAsync(("tg", "То муҳлат"));
        var row = (await desk.FindAsync(id)).Single();
        await PlanAsync(desk, id, "tg", new(null, Now + Hour));

        _host.Clock.Advance(Hour);
        var listed = await RunAsync(desk, id);
        var page = await _host.Client().PageAsync($"/site/{SiteHost.Agency}/tg/{row.Section}/{row.Slug}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed, Is.Empty);
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.Document.QuerySelector(".notice.warn"), Is.Not.Null);
        }
    }

    [Test]
    public async Task A_plan_that_is_refused_is_marked_and_the_centre_sees_it_until_it_is_mended()
    {
        await using var desk = TestDesk.Open(_host);
        var id = await desk.SaveAsync(("tg", "Сарлавҳа нест мешавад"));
        await PlanAsync(desk, id, "tg", new(Now + Hour, null));
        await desk.UpdateAsync(id, 1, ("tg", ""));

        _host.Clock.Advance(Hour);
        var rows = await RunAsync(desk, id);
        var failed = await FaultsAsync();
        await desk.UpdateAsync(id, 2, ("tg", "Сарлавҳа боз ҳаст"));
        await PlanAsync(desk, id, "tg", new(Now + Hour, null));
        await RunAsync(desk, id);
        var mended = await FaultsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Is.Empty);
            Assert.That(failed.Select(fault => fault.ItemId), Is.EqualTo([id]));
            Assert.That(mended, Is.Empty);
        }
    }

    [Test]
    public async Task Approval_that_was_lost_stops_a_plan()
    {
        var type = _host.Services.GetRequiredService<Standards>().Newest.Types
            .Where(type => type.Behaviours is { Reviewed: true, Schedulable: true })
            .MinBy(type => type.Fields.Count(field => field.IsRequired))!;
        await using var desk = new TestDesk(_host.ScopeOf(SiteHost.Agency), type);
        var id = await desk.SaveAsync(("tg", "Тасдиқшуда"));
        await desk.Do<Reviews>().AskAsync(new Actor("a", "A", Role.Author), id, "tg");
        await desk.Do<Reviews>().ApproveAsync(new Actor("b", "B", Role.Editor), id, "tg", 1);
        await PlanAsync(desk, id, "tg", new(Now + Hour, null));
        await desk.UpdateAsync(id, 1, ("tg", "Баъд аз тасдиқ дигар шуд"));

        _host.Clock.Advance(Hour);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await RunAsync(desk, id), Is.Empty);
            Assert.That(await FaultsAsync(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_moment_in_the_past_and_a_withdrawal_before_the_publication_are_refused()
    {
        await using var desk = TestDesk.Open(_host);
        var id = await desk.SaveAsync(("tg", "Вақти нодуруст"));

        var past = await desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "tg", new(Now - Hour, null));
        var turned = await desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "tg", new(Now + (2 * Hour), Now + Hour));
        var unknown = await desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "tg", new(null, Now + Hour));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(past.Reasons.Select(reason => reason.Key), Is.EqualTo(["schedule.past"]));
            Assert.That(turned.Reasons.Select(reason => reason.Key), Is.EqualTo(["schedule.order"]));
            Assert.That(unknown.Reasons.Select(reason => reason.Key), Is.EqualTo(["schedule.notPublic"]));
        }
    }

    [Test]
    public async Task What_an_author_writes_is_not_carried_out_by_an_editors_plan()
    {
        await using var desk = TestDesk.Open(_host);
        var id = await desk.SaveAsync(("tg", "Аз муҳаррир"));
        await PlanAsync(desk, id, "tg", new(Now + Hour, null));
        var words = new Dictionary<string, FieldValues> { ["tg"] = FieldValues.Parse("""{"Title":"Аз муаллиф"}""") };
        await desk.Do<SaveDraft>()
            .UpdateAsync(new Actor("author", "Author", Role.Author), id, new ItemDraft(new FieldValues(), words, 1));

        _host.Clock.Advance(Hour);

        Assert.That(await RunAsync(desk, id), Is.Empty);
    }

    [Test]
    public async Task A_withdrawal_happens_whatever_became_of_the_publication_planned_before_it()
    {
        await using var desk = TestDesk.Open(_host);
        var id = await desk.PublishAsync(("tg", "Бо ду нақша"));
        await PlanAsync(desk, id, "tg", new(Now + Hour, Now + (2 * Hour)));
        await desk.UpdateAsync(id, 1, ("tg", ""));

        _host.Clock.Advance(Hour);
        var between = await RunAsync(desk, id);
        _host.Clock.Advance(Hour);

        Assert.That((between.Count, (await RunAsync(desk, id)).Count), Is.EqualTo((1, 0)));
    }

    private static async Task PlanAsync(TestDesk desk, string id, string culture, Plan plan)
    {
        var outcome = await desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, culture, plan);
        Assert.That(outcome.Reasons.Select(reason => reason.Key), Is.Empty);
        desk.Db.ChangeTracker.Clear();
    }

    private async Task<List<Publication>> RunAsync(TestDesk desk, string id)
    {
        await _host.Services.GetRequiredService<ScheduleWorker>()
            .RunDueAsync(_host.Tenant(SiteHost.Agency), CancellationToken.None);
        desk.Db.ChangeTracker.Clear();
        return await desk.FindAsync(id);
    }

    // The restarted host looks at every tenant by itself; nobody wakes it.
    private static async Task<List<Publication>> WaitAsync(TestDesk desk, string id)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var rows = await desk.FindAsync(id);
            if (rows.Count > 0)
            {
                return rows;
            }

            await Task.Delay(100);
        }

        return [];
    }

    private async Task<List<ScheduleFault>> FaultsAsync()
    {
        await using var host = await _host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        return await host.Set<ScheduleFault>().AsNoTracking().ToListAsync();
    }
}
