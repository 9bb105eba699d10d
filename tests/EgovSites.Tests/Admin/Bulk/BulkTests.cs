using EgovSites.Admin.Bulk;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Bulk;

/// <summary>One thing done to many items: what is refused is said of each, and undo goes exactly as far as it says.</summary>
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
            Assert.That((await desk.Db.Set<Translation>().AsNoTracking().SingleAsync(words => words.ItemId == id)).HasChanges, Is.True);
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
            Assert.That((await desk.Db.Set<Item>().AsNoTracking().SingleAsync(item => item.Id == id)).BinnedAt, Is.Null);
            Assert.That(await desk.FindAsync(id), Is.Empty);
            Assert.That(undone.Single().Refused, Is.Not.Empty);
        }
    }

    [Test]
    public async Task Nobody_undoes_what_another_editor_did()
    {
        await using var desk = await TestDesk.OpenAsync();
        var run = await desk.Do<BulkChange>().RunAsync(TestDesk.Officer, BulkAction.Publish, [await desk.SaveAsync(("tg", "Аз они ман"))]);

        Assert.That(await desk.Do<UndoBulk>().RunAsync(TestDesk.Officer with { EditorId = "other" }, run), Is.Null);
    }

    private static async Task<IReadOnlyList<BulkLine>> RunAsync(TestDesk desk, Actor actor, BulkAction action, params string[] ids) =>
        await ReadAsync(desk, actor, await desk.Do<BulkChange>().RunAsync(actor, action, ids));

    private static async Task<IReadOnlyList<BulkLine>> ReadAsync(TestDesk desk, Actor actor, string? run) =>
        (await desk.Do<BulkRuns>().FindAsync(actor, run, CancellationToken.None))!.ReadLines();
}
