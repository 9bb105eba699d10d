using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Publishing.Publications;

/// <summary>What is kept in memory never outlives a publication, a withdrawal or the moment that changes it.</summary>
public class SiteShelfTests
{
    private int _asked;

    [Test]
    public async Task An_answer_is_kept_for_its_site_and_its_question()
    {
        using var shelf = new SiteShelf(new FixedClock());

        await AskAsync(shelf, "a");
        await AskAsync(shelf, "a");
        await AskAsync(shelf, "b");

        Assert.That(_asked, Is.EqualTo(2));
    }

    [Test]
    public async Task A_change_while_the_question_is_answered_throws_the_answer_away()
    {
        using var shelf = new SiteShelf(new FixedClock());

        await AskAsync(shelf, "a", meanwhile: () => shelf.Clear("a"));
        await AskAsync(shelf, "a");

        Assert.That(_asked, Is.EqualTo(2));
    }

    [Test]
    public async Task The_moment_that_changes_an_answer_ends_it()
    {
        var clock = new FixedClock();
        using var shelf = new SiteShelf(clock);

        await AskAsync(shelf, "a", changesAt: clock.GetUtcNow().AddSeconds(9));
        clock.Advance(TimeSpan.FromSeconds(8));
        await AskAsync(shelf, "a");
        clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(shelf, "a");

        Assert.That(_asked, Is.EqualTo(2));
    }

    [Test]
    public async Task A_list_and_its_figures_follow_publication_and_withdrawal_at_once()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = TestDesk.Open(host, SiteHost.OtherAgency);
        var before = await ReadAsync(desk);

        var id = await desk.PublishAsync(("tg", "Хабари нави рӯйхат"));
        var published = await ReadAsync(desk);
        await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], new(WithdrawalReason.Outdated));
        var withdrawn = await ReadAsync(desk);

        Assert.That(
            (published, withdrawn), Is.EqualTo(((before.List + 1, before.Figures + 1, before.Months + 1), before)));
    }

    [Test]
    public async Task What_is_dated_later_joins_the_list_when_its_time_comes()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = TestDesk.Open(host, SiteHost.OtherAgency);
        var id = await desk.PublishAsync(("tg", "Хабари рӯзи дигар"));
        var row = desk.Db.Set<Publication>().Single(one => one.ItemId == id);
        row.ShownAt = host.Clock.GetUtcNow().AddHours(1);
        await desk.Db.SaveChangesAsync();
        desk.Do<SiteShelf>().Clear(desk.Db.TenantId);
        var before = await ReadAsync(desk);

        host.Clock.Advance(TimeSpan.FromHours(2));

        Assert.That((await ReadAsync(desk)).List, Is.EqualTo(before.List + 1));
    }

    private static async Task<(int List, int Figures, int Months)> ReadAsync(TestDesk desk)
    {
        var published = desk.Do<PublishedItems>();
        var list = await published.ListAsync(desk.Type, "tg", 1, new ItemFilter());
        var figures = await published.FiguresAsync(desk.Type.Section, "tg");
        return (list.Total, figures.Total, figures.Months.Sum(month => month.Count));
    }

    private Task<string> AskAsync(
        SiteShelf shelf, string site, Action? meanwhile = null, DateTimeOffset? changesAt = null) =>
        shelf.GetAsync(site, ("question", 1), () =>
        {
            _asked++;
            meanwhile?.Invoke();
            return Task.FromResult(("answer", 1L, changesAt));
        });
}
