using EgovSites.Admin.Writing.Bulk;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Writing.Bulk;

/// <summary>
/// One thing done to many items: what is refused is said of each, and undo goes exactly as far as it says.
/// </summary>
[SetCulture("tg"), SetUICulture("tg")]
public class BulkTests
{
    private static readonly Actor Writer = new("writer", "Writer", Role.Author);

    [Test]
    public async Task What_is_ready_is_published_and_the_rest_is_named_with_its_reason()
    {
        await using var desk = await TestDesk.OpenAsync();
        var ready = await desk.SaveAsync(("tg", "Омода"), ("ru", "Готово"));
        var half = await desk.SaveAsync(("tg", "Нимкора"), ("ru", ""));
        var empty = await desk.SaveAsync(("tg", ""));

        var lines = await RunAsync(desk, TestDesk.Officer, BulkAction.Publish, ready, half, empty);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Select(line => line.Languages.Count), Is.EqualTo([2, 1, 0]));
            Assert.That(lines[0].Refused, Is.Empty);
            Assert.That(lines[2].Refused, Is.Not.Empty);
            Assert.That(await desk.FindAsync(ready), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task An_author_is_refused_item_by_item_and_nothing_becomes_public()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Матн"));

        var lines = await RunAsync(desk, Writer, BulkAction.Publish, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Single().Refused, Is.Not.Empty);
            Assert.That(await desk.FindAsync(id), Is.Empty);
        }
    }

    [Test]
    public async Task Undoing_a_publication_withdraws_what_was_new_and_leaves_what_readers_knew()
    {
        await using var desk = await TestDesk.OpenAsync();
        var fresh = await desk.SaveAsync(("tg", "Нав"));
        var known = await desk.PublishAsync(("tg", "Қаблӣ"));
        await desk.UpdateAsync(known, 1, ("tg", "Қаблӣ ва нав"));
        var run = await desk.Do<BulkChange>().RunAsync(TestDesk.Officer, BulkAction.Publish, [fresh, known]);

        var undone = await ReadAsync(desk, TestDesk.Officer, await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer, run));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await desk.FindAsync(fresh), Is.Empty);
            Assert.That((await desk.FindAsync(known)).Single().Title, Is.EqualTo("Қаблӣ ва нав"));
            Assert.That(undone.Single(line => line.ItemId == known).Refused, Is.Not.Empty);
            Assert.That(await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer, run), Is.Null, "once is enough");
        }
    }

    [Test]
    public async Task Undoing_a_withdrawal_brings_back_the_very_words_that_stood_there()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.PublishAsync(("tg", "Кӯҳна"));
        await desk.UpdateAsync(id, 1, ("tg", "Сиёҳнависи нав"));
        var run = await desk.Do<BulkChange>().RunAsync(TestDesk.Officer, BulkAction.Withdraw, [id]);
        var between = await desk.FindAsync(id);

        await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer, run);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(between, Is.Empty);
            Assert.That((await desk.FindAsync(id)).Single().Title, Is.EqualTo("Кӯҳна"));
            Assert.That(await HasChangesAsync(desk, id), Is.True);
        }
    }

    [Test]
    public async Task Undoing_a_deletion_brings_drafts_back_and_says_so()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.PublishAsync(("tg", "Нест мешавад"));
        var run = await desk.Do<BulkChange>().RunAsync(TestDesk.Officer, BulkAction.Bin, [id]);

        var undone = await ReadAsync(desk, TestDesk.Officer, await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer, run));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.Db.Set<Item>().AsNoTracking().SingleAsync(item => item.Id == id))
                .BinnedAt, Is.Null);
            Assert.That(await desk.FindAsync(id), Is.Empty);
            Assert.That(undone.Single().Refused, Is.Not.Empty);
        }
    }

    [Test]
    public async Task Nobody_undoes_what_another_editor_did()
    {
        await using var desk = await TestDesk.OpenAsync();
        var run = await desk.Do<BulkChange>()
            .RunAsync(TestDesk.Officer, BulkAction.Publish, [await desk.SaveAsync(("tg", "Аз они ман"))]);

        Assert.That(await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer with { EditorId = "other" }, run), Is.Null);
    }

    [Test]
    public async Task A_topic_is_put_as_a_draft_and_undo_puts_back_what_stood_before()
    {
        await using var desk = await TestDesk.OpenAsync();
        var (first, second) = (PutTopic.Choices(desk.Type)[0].Value, PutTopic.Choices(desk.Type)[1].Value);
        var shown = await desk.PublishAsync(("tg", "Бо мавзуъ"));
        var known = await desk.SaveAsync(("tg", "Мавзуъ дорад"));
        await desk.Do<BulkChange>().PutTopicAsync(TestDesk.Officer, first, [known]);

        var run = await desk.Do<BulkChange>().PutTopicAsync(TestDesk.Officer, second, [shown, known]);
        var put = (await TopicAsync(desk, shown), await TopicAsync(desk, known));
        var said = await desk.Db.Set<AuditEntry>().AsNoTracking()
            .CountAsync(entry => entry.ItemId == known && entry.Verb == "save");
        await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer, run);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put, Is.EqualTo((second, second)));
            Assert.That(said, Is.EqualTo(2));
            Assert.That((await desk.FindAsync(shown)).Single().Topic, Is.Null, "readers see nothing of it yet");
            Assert.That((await TopicAsync(desk, shown), await TopicAsync(desk, known)), Is.EqualTo(("", first)));
            Assert.That(await desk.Db.Set<Revision>().CountAsync(row => row.ItemId == known), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task A_topic_put_on_what_is_public_waits_to_be_published_and_is()
    {
        await using var desk = await TestDesk.OpenAsync();
        var topic = PutTopic.Choices(desk.Type)[0].Value;
        var shown = await desk.PublishAsync(("tg", "Мавзуъ барои нашр"));
        var before = await HasChangesAsync(desk, shown);

        await desk.Do<BulkChange>().PutTopicAsync(TestDesk.Officer, topic, [shown]);
        var between = await HasChangesAsync(desk, shown);
        await desk.Do<BulkChange>().RunAsync(TestDesk.Officer, BulkAction.Publish, [shown]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((before, between, await HasChangesAsync(desk, shown)), Is.EqualTo((false, true, false)));
            Assert.That((await desk.FindAsync(shown)).Single().Topic, Is.EqualTo(topic));
        }
    }

    [Test]
    public async Task A_topic_is_refused_item_by_item_and_one_chosen_since_stays()
    {
        await using var desk = await TestDesk.OpenAsync();
        var topics = PutTopic.Choices(desk.Type);
        var plain = desk.Do<Standards>().Newest.Types.First(type => PutTopic.Choices(type).Count == 0);
        var without = (await desk.Do<SaveDraft>()
            .CreateAsync(TestDesk.Officer, plain,
                new ItemDraft(new FieldValues(), new Dictionary<string, FieldValues>(), 0))).ItemId;
        var item = await desk.SaveAsync(("tg", "Мавзуи дигар"));
        var shown = await desk.PublishAsync(("tg", "Нашршуда"));

        var run = await desk.Do<BulkChange>().PutTopicAsync(TestDesk.Officer, topics[0].Value, [without, item]);
        var lines = await ReadAsync(desk, TestDesk.Officer, run);
        var unknown = await ReadAsync(desk, TestDesk.Officer, await desk.Do<BulkChange>()
            .PutTopicAsync(TestDesk.Officer, "no such", [item]));
        var nobody = await ReadAsync(desk, Writer, await desk.Do<BulkChange>()
            .PutTopicAsync(Writer with { Role = Role.None }, topics[0].Value, [shown]));
        await desk.Do<BulkChange>().PutTopicAsync(TestDesk.Officer, topics[1].Value, [item]);
        var undone = await ReadAsync(desk, TestDesk.Officer, await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer, run));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Select(line => (line.IsDone, line.Refused.Count)), Is.EqualTo([(false, 1), (true, 0)]));
            Assert.That(unknown.Single().IsDone, Is.False);
            Assert.That(nobody.Single().IsDone, Is.False);
            Assert.That(undone.Single().Refused, Is.Not.Empty);
            Assert.That(await TopicAsync(desk, item), Is.EqualTo(topics[1].Value));
        }
    }

    [TestCase("tg", "Мавзуъ гузоштан")]
    [TestCase("ru", "Задать тему")]
    [TestCase("en", "Put topic")]
    public async Task The_list_offers_the_topics_in_a_plain_form(string culture, string word)
    {
        var host = await SharedHost.GetAsync();
        await using var writer = TestDesk.Open(host);
        var topic = PutTopic.Choices(writer.Type)[2];
        var id = await writer.SaveAsync(("tg", "Мавзуъ аз рӯйхат"));
        using var desk = await DeskClient.SignInAsync(host, Role.Editor, culture: culture);
        using var stranger = await DeskClient.SignInAsync(host, Role.Editor, SiteHost.OtherAgency);
        const string list = $"/admin/sites/{SiteHost.Agency}/content";

        var page = await desk.GetAsync(list);
        var refused = await stranger.PostAsync($"/admin/sites/{SiteHost.OtherAgency}/content", $"{list}/bulk",
            ("verb", "topic"), ("topic", topic.Value), ("pick", id));
        var before = await TopicAsync(writer, id);
        var sent = await desk.PostAsync(list, $"{list}/bulk", ("verb", "topic"), ("topic", topic.Value), ("pick", id));
        var report = await desk.GetAsync(sent.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.QuerySelector($"#bulk-topic option[value='{topic.Value}']")!.TextContent,
                Is.EqualTo(topic.Label[culture]));
            Assert.That(page.Document.QuerySelector("button[value=topic]")!.TextContent, Is.EqualTo(word));
            Assert.That((refused.Status, before), Is.EqualTo((404, "")));
            Assert.That(await TopicAsync(writer, id), Is.EqualTo(topic.Value));
            Assert.That(report.Document.QuerySelector(".notice.good button[value=undo]"), Is.Not.Null);
        }
    }

    private static async Task<bool> HasChangesAsync(TestDesk desk, string id)
    {
        var item = await desk.Db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleAsync(row => row.Id == id);
        return item.HasChanges(item.Translations.Single());
    }

    private static async Task<string> TopicAsync(TestDesk desk, string id) =>
        (await desk.Db.Set<Item>().AsNoTracking().SingleAsync(item => item.Id == id)).Shared.Text(FieldNames.Topic);

    private static async Task<IReadOnlyList<BulkLine>> RunAsync(
        TestDesk desk, Actor actor, BulkAction action, params string[] ids) =>
        await ReadAsync(desk, actor, await desk.Do<BulkChange>().RunAsync(actor, action, ids));

    private static async Task<IReadOnlyList<BulkLine>> ReadAsync(TestDesk desk, Actor actor, string? run) =>
        (await desk.Do<BulkRuns>().FindAsync(actor, run, CancellationToken.None))!.ReadLines();
}
