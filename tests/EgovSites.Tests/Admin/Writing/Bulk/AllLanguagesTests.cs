using EgovSites.Admin.Writing.Bulk;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Writing.Bulk;

/// <summary>
/// "All languages" never means those that somebody planned or withdrew on purpose: they stay, and are named.
/// </summary>
[SetCulture("tg"), SetUICulture("tg")]
public class AllLanguagesTests
{
    [TestCase(WithdrawalReason.InError)]
    [TestCase(WithdrawalReason.Outdated)]
    [TestCase(WithdrawalReason.Moved)]
    public async Task The_button_for_all_leaves_what_was_planned_or_withdrawn_and_names_it(WithdrawalReason reason)
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var (id, planned) = await PrepareAsync(desk, host, reason);
        using var editor = await DeskClient.SignInAsync(host, Role.Editor);
        var address = $"/admin/sites/{SiteHost.Agency}/content/{id}";

        var sent = await editor.PostAsync(address, address,
            ("revision", "1"), ("tg.Title", "Матни тоҷикӣ"), ("ru.Title", "Русский текст"),
            ("en.Title", "An English text"), ("verb", "publish:all"));
        var page = await editor.GetAsync(sent.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            await AssertStandsAsync(desk, id, planned);
            Assert.That(page.All("#left li"), Has.Count.EqualTo(2));
            Assert.That(page.All("#left li")[0], Does.StartWith("Русский"));
            Assert.That(page.All("#left li")[1], Does.StartWith("English"));
            Assert.That(page.Document.QuerySelector(".notice.good"), Is.Not.Null);
        }
    }

    [Test]
    public async Task Many_at_once_leave_what_was_planned_or_withdrawn_and_name_it()
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var (id, planned) = await PrepareAsync(desk, host, WithdrawalReason.InError);

        var line = await PublishAsync(desk, id);

        using (Assert.EnterMultipleScope())
        {
            await AssertStandsAsync(desk, id, planned);
            Assert.That(line.Languages.Select(one => one.Culture), Is.EqualTo(["tg"]));
            Assert.That(line.Refused, Has.Count.EqualTo(2).And.Some.StartsWith("Русский")
                .And.Some.StartsWith("English"));
        }
    }

    [Test]
    public async Task Its_own_button_still_publishes_a_withdrawn_language()
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var (id, _) = await PrepareAsync(desk, host, WithdrawalReason.InError);

        var outcome = await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["en"]);

        Assert.That((outcome.IsDone, (await desk.FindAsync(id)).Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task A_language_that_is_too_heavy_keeps_only_itself_back()
    {
        await using var desk = await TestDesk.OpenAsync();
        var picture = new MediaFile
        {
            Id = Ids.New(),
            FileName = "вазнин.jpg",
            ContentType = "image/jpeg",
            Bytes = (int)Weight.Limit + 1,
            Width = 640,
            Height = 400,
            UploadedAt = DateTimeOffset.UnixEpoch,
            UploadedBy = "test",
        };
        desk.Db.Add(picture);
        await desk.Db.SaveChangesAsync();
        var id = await desk.SaveAsync(("tg", "Вазнин"), ("ru", "Лёгкий"));
        await desk.UpdateAsync(id, 1, $"![а](media:{picture.Id})", ("tg", "Вазнин"));
        desk.Db.ChangeTracker.Clear();

        var line = await PublishAsync(desk, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.FindAsync(id)).Select(row => row.Culture), Is.EqualTo(["ru"]));
            Assert.That(line.Refused.Single(), Does.Contain("вазнин.jpg"));
        }
    }

    // Tajik is a draft, Russian is planned, English was public and is withdrawn from an address that no other test has.
    private static async Task<(string Id, DateTimeOffset Planned)> PrepareAsync(
        TestDesk desk, SiteHost host, WithdrawalReason reason)
    {
        var id = await desk.SaveAsync(
            ("tg", "Матни тоҷикӣ"), ("ru", "Русский текст"), ("en", $"An English text {Guid.NewGuid():N}"));
        var planned = host.Clock.GetUtcNow().AddDays(400);
        AssertDone(await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["en"]));
        AssertDone(await desk.Do<Withdraw>()
            .RunAsync(TestDesk.Officer, id, ["en"],
                new Withdrawal(reason, reason == WithdrawalReason.Moved ? "/tg/news" : "")));
        AssertDone(await desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "ru", new Plan(planned, null)));
        desk.Db.ChangeTracker.Clear();
        return (id, planned);
    }

    private static void AssertDone(Outcome outcome) =>
        Assert.That((outcome.IsDone, outcome.Reasons), Is.EqualTo((true, Array.Empty<Reason>())));

    private static async Task AssertStandsAsync(TestDesk desk, string id, DateTimeOffset planned)
    {
        var words = await desk.Db.Set<Translation>().AsNoTracking().Where(row => row.ItemId == id)
            .ToDictionaryAsync(row => row.Culture);
        Assert.That(words["tg"].State, Is.EqualTo(TranslationState.Published));
        Assert.That((words["ru"].State, words["ru"].PublishAt), Is.EqualTo((TranslationState.Draft, planned)));
        Assert.That(words["en"].State, Is.EqualTo(TranslationState.Withdrawn));
        Assert.That((await desk.FindAsync(id)).Select(row => row.Culture), Is.EqualTo(["tg"]));
    }

    private static async Task<BulkLine> PublishAsync(TestDesk desk, string id)
    {
        var run = await desk.Do<BulkChange>().RunAsync(TestDesk.Officer, BulkAction.Publish, [id]);
        return (await desk.Do<BulkRuns>().FindAsync(TestDesk.Officer, run, CancellationToken.None))!.ReadLines()
            .Single();
    }
}
