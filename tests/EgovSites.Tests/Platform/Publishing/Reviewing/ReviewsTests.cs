using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Publishing.Reviewing;

public class ReviewsTests
{
    private static readonly Actor Writer = new("writer", "Writer", Role.Author);
    private static readonly Actor Second = new("second", "Second", Role.Editor);
    private static readonly Actor Reader = new("reader", "Reader", Role.Editor);

    [Test]
    public async Task A_reviewed_type_is_published_only_after_somebody_else_approved()
    {
        await using var desk = await ReviewedAsync();
        var id = await desk.SaveAsync(("tg", "Матни нав"));

        var tooEarly = await desk.Do<Publish>().RunAsync(Reader, id, ["tg"]);
        await desk.Do<Reviews>().AskAsync(Reader, id, "tg");
        var own = await desk.Do<Reviews>().ApproveAsync(Reader, id, "tg", 1);
        var writers = await desk.Do<Reviews>().ApproveAsync(TestDesk.Officer, id, "tg", 1);
        var unread = await desk.Do<Reviews>().ApproveAsync(Second, id, "tg", 0);
        var approved = await desk.Do<Reviews>().ApproveAsync(Second, id, "tg", 1);
        var published = await desk.Do<Publish>().RunAsync(Reader, id, ["tg"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tooEarly.Reasons.Single().Key, Is.EqualTo("review.needed"));
            Assert.That(own.Reasons.Single().Key, Is.EqualTo("review.own"));
            Assert.That(writers.Reasons.Single().Key, Is.EqualTo("review.own"));
            Assert.That(unread.Reasons.Single().Key, Is.EqualTo("review.changed"));
            Assert.That(approved.Reasons, Is.Empty);
            Assert.That(published.Reasons.Select(reason => reason.Key), Is.Empty);
            Assert.That(await desk.FindAsync(id), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Facts_changed_in_the_moment_of_the_approval_are_not_approved([Values] bool isSavedFirst)
    {
        await using var desk = await ReviewedAsync();
        await using var other = await ReviewedAsync();
        var id = await desk.SaveAsync(("tg", "Далелҳои нав"));
        await desk.Do<Reviews>().AskAsync(Writer, id, "tg");
        var (saving, approving) = isSavedFirst ? (desk, other) : (other, desk);
        await other.Db.Set<Item>().Include(item => item.Translations).SingleAsync(item => item.Id == id);

        // Whichever is second has read the item before the first one acted.
        var facts = new FieldValues { ["Order"] = System.Text.Json.Nodes.JsonValue.Create(7) };
        var words = await WordsAsync(desk, id);
        Task<Outcome> Save() => saving.Do<SaveDraft>()
            .UpdateAsync(
                TestDesk.Officer, id, new ItemDraft(facts, new Dictionary<string, FieldValues> { ["tg"] = words }, 1));
        Task<Outcome> Approve() => approving.Do<Reviews>().ApproveAsync(Second, id, "tg", 1);
        var (first, then) = isSavedFirst ? (await Save(), await Approve()) : (await Approve(), await Save());
        var item = await desk.Db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleAsync(row => row.Id == id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Reasons, Is.Empty);
            Assert.That(then.Reasons.Select(reason => reason.Key),
                Is.EqualTo(isSavedFirst ? ["review.changed"] : Array.Empty<string>()));
            Assert.That(item.Revision, Is.EqualTo(2));
            Assert.That(Workflow.IsApproved(item, "tg"), Is.False);
        }
    }

    private static async Task<FieldValues> WordsAsync(TestDesk desk, string id) =>
        (await desk.Db.Set<Translation>().AsNoTracking().SingleAsync(row => row.ItemId == id)).Fields;

    [Test]
    public async Task Words_changed_after_the_approval_need_a_new_one_and_other_languages_keep_theirs()
    {
        await using var desk = await ReviewedAsync();
        var id = await desk.SaveAsync(("tg", "Матни аввал"), ("ru", "Первый текст"));
        foreach (var culture in new[] { "tg", "ru" })
        {
            await desk.Do<Reviews>().AskAsync(Writer, id, culture);
            await desk.Do<Reviews>().ApproveAsync(Reader, id, culture, 1);
        }

        await desk.UpdateAsync(id, 1, ("tg", "Матни дигар"), ("ru", "Первый текст"));
        var item = await desk.Db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleAsync(row => row.Id == id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Workflow.StageOf(item, "tg"), Is.EqualTo(Stage.Draft));
            Assert.That(Workflow.StageOf(item, "ru"), Is.EqualTo(Stage.Approved));
        }
    }

    [Test]
    public async Task Words_sent_back_carry_what_is_to_be_mended_and_can_be_asked_about_again()
    {
        await using var desk = await ReviewedAsync();
        var id = await desk.SaveAsync(("tg", "Матни ислоҳталаб"));
        await desk.Do<Reviews>().AskAsync(Writer, id, "tg");

        var wordless = await desk.Do<Reviews>().SendBackAsync(Reader, id, "tg", "  ");
        await desk.Do<Reviews>().SendBackAsync(Reader, id, "tg", "Санаро ислоҳ кунед");
        var review = (await desk.Db.Set<Translation>().AsNoTracking().SingleAsync(row => row.ItemId == id)).Review;
        var again = await desk.Do<Reviews>().AskAsync(Writer, id, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wordless.Reasons.Single().Key, Is.EqualTo("review.noteMissing"));
            Assert.That((review.State, review.Note), Is.EqualTo((ReviewState.SentBack, "Санаро ислоҳ кунед")));
            Assert.That(again.Reasons, Is.Empty);
        }
    }

    [Test]
    public async Task An_author_approves_nothing()
    {
        await using var desk = await ReviewedAsync();
        var id = await desk.SaveAsync(("tg", "Матни муаллиф"));
        await desk.Do<Reviews>().AskAsync(Reader, id, "tg");

        var outcome = await desk.Do<Reviews>().ApproveAsync(Writer, id, "tg", 1);

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("workflow.role"));
    }

    [Test]
    public async Task What_is_urgent_goes_public_at_once_and_waits_for_a_second_look_by_somebody_else()
    {
        await using var desk = await ReviewedAsync();
        var id = await desk.SaveAsync(("tg", "Огоҳии фаврӣ"));

        var urgent = await desk.Do<Publish>().RunAsync(Reader, id, ["tg"], new PublishingTerms { IsUrgent = true });
        var waiting = await DueAsync(desk, id);
        var own = await desk.Do<Reviews>().SecondLookAsync(Reader, id, "tg");
        var looked = await desk.Do<Reviews>().SecondLookAsync(TestDesk.Officer, id, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(urgent.Reasons.Select(reason => reason.Key), Is.Empty);
            Assert.That(waiting, Is.Not.Null);
            Assert.That(own.Reasons.Single().Key, Is.EqualTo("review.own"));
            Assert.That(looked.Reasons, Is.Empty);
            Assert.That(await DueAsync(desk, id), Is.Null);
        }
    }

    [Test]
    public async Task Somebody_of_the_same_name_may_look_and_the_same_person_under_a_new_name_may_not()
    {
        await using var desk = await ReviewedAsync();
        var id = await desk.SaveAsync(("tg", "Огоҳии ҳамномҳо"));
        await desk.Do<Publish>().RunAsync(Reader, id, ["tg"], new PublishingTerms { IsUrgent = true });

        var renamed = await desk.Do<Reviews>().SecondLookAsync(Reader with { Name = "Renamed" }, id, "tg");
        var namesake = await desk.Do<Reviews>().SecondLookAsync(Second with { Name = Reader.Name }, id, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(renamed.Reasons.Single().Key, Is.EqualTo("review.own"));
            Assert.That(namesake.Reasons, Is.Empty);
        }
    }

    [Test]
    public async Task A_type_without_review_knows_no_urgent_publication()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Хабари оддӣ"));

        var outcome = await desk.Do<Publish>().RunAsync(Reader, id, ["tg"], new PublishingTerms { IsUrgent = true });

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("workflow.closed"));
    }

    [Test]
    public async Task Another_tenants_item_can_be_neither_asked_about_nor_approved()
    {
        await using var desk = await ReviewedAsync();
        await using var other = await TestDesk.OpenAsync(SiteHost.OtherAgency);
        var id = await desk.SaveAsync(("tg", "Маводи худӣ"));

        var asked = await other.Do<Reviews>().AskAsync(Reader, id, "tg");

        Assert.That(asked.Reasons.Single().Key, Is.EqualTo("workflow.gone"));
    }

    private static Task<DateTimeOffset?> DueAsync(TestDesk desk, string id) =>
        desk.Db.Set<Translation>().AsNoTracking().Where(row => row.ItemId == id)
            .Select(row => row.Review.SecondLookDueAt).SingleAsync();

    // The simplest reviewed type: one whose only required field is the title.
    private static async Task<TestDesk> ReviewedAsync()
    {
        var host = await SharedHost.GetAsync();
        var type = host.Services.GetRequiredService<Standards>().Newest.Types
            .Where(type => type.Behaviours.Reviewed).MinBy(type => type.Fields.Count(field => field.IsRequired))!;
        return new TestDesk(host.ScopeOf(SiteHost.Agency), type);
    }
}
