using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Publishing.Drafts;

/// <summary>When a translation counts as fallen behind its source, and what brings it up again.</summary>
public class OutdatedTests
{
    [Test]
    public async Task A_translation_is_outdated_in_the_very_fields_that_changed_in_the_source()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await ItemAsync(desk, tg: ("Аслӣ", "Матн"), ru: ("Перевод", "Текст"));

        await SaveAsync(desk, item, tg: ("Аслӣ", "Матни нав"), ru: ("Перевод", "Текст"));

        Assert.That(await FieldsAsync(desk, item), Is.EqualTo(["Body"]));
    }

    [Test]
    public async Task Mending_a_word_of_the_translation_does_not_bring_it_up_to_date()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await OutdatedAsync(desk);

        await SaveAsync(desk, item, tg: ("Аслӣ", "Матни нав"), ru: ("Перевод без опечатки", "Текст без опечатки"));

        Assert.That(await FieldsAsync(desk, item), Is.EqualTo(["Body"]));
    }

    [Test]
    public async Task Publishing_does_not_bring_it_up_to_date()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await OutdatedAsync(desk);

        var outcome = await desk.Do<Publish>().RunAsync(TestDesk.Officer, item, ["tg", "ru"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.IsDone, Is.True);
            Assert.That(await FieldsAsync(desk, item), Is.EqualTo(["Body"]));
        }
    }

    [Test]
    public async Task Saying_still_right_for_one_field_leaves_the_others()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await ItemAsync(desk, tg: ("Аслӣ", "Матн"), ru: ("Перевод", "Текст"));
        await SaveAsync(desk, item, tg: ("Аслии нав", "Матни нав"), ru: ("Перевод", "Текст"));

        await SaveAsync(desk, item, tg: ("Аслии нав", "Матни нав"), ru: ("Перевод", "Текст"), new Vouch("ru", "Title"));
        var afterOne = await FieldsAsync(desk, item);
        await SaveAsync(desk, item, tg: ("Аслии нав", "Матни нав"), ru: ("Перевод", "Текст"), new Vouch("ru", "Body"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(afterOne, Is.EqualTo(["Body"]));
            Assert.That(await FieldsAsync(desk, item), Is.Empty);
            Assert.That(await CountAsync(desk, item), Is.Zero);
        }
    }

    [Test]
    public async Task A_field_found_right_is_asked_about_again_when_the_source_changes_again()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await ItemAsync(desk, tg: ("Аслӣ", "Матн"), ru: ("Перевод", "Текст"));
        await SaveAsync(desk, item, tg: ("Аслии нав", "Матни нав"), ru: ("Перевод", "Текст"));
        await SaveAsync(desk, item, tg: ("Аслии нав", "Матни нав"), ru: ("Перевод", "Текст"), new Vouch("ru", "Title"));

        await SaveAsync(desk, item, tg: ("Аслии дигар", "Матни нав"), ru: ("Перевод", "Текст"));

        Assert.That(await FieldsAsync(desk, item), Is.EquivalentTo(["Title", "Body"]));
    }

    [Test]
    public async Task Saying_still_right_for_all_covers_what_is_typed_in_the_same_form()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await OutdatedAsync(desk);

        await SaveAsync(
            desk, item, tg: ("Аслии тоза", "Матни тоза"), ru: ("Новый перевод", "Новый текст"), new Vouch("ru"));

        Assert.That(await FieldsAsync(desk, item), Is.Empty);
    }

    [Test]
    public async Task A_source_changed_back_leaves_nothing_outdated()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await OutdatedAsync(desk);

        await SaveAsync(desk, item, tg: ("Аслӣ", "Матн"), ru: ("Перевод", "Текст"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await FieldsAsync(desk, item), Is.Empty);
            Assert.That(await CountAsync(desk, item), Is.Zero);
        }
    }

    [Test]
    public async Task A_new_address_of_the_source_page_concerns_no_translator()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await ItemAsync(desk, tg: ("Аслӣ", "Матн"), ru: ("Перевод", "Текст"));

        await SaveAsync(
            desk, item, new() { ["tg"] = Values("Аслӣ", "Матн", "surogai-nav"), ["ru"] = Values("Перевод", "Текст") });

        Assert.That(await CountAsync(desk, item), Is.Zero);
    }

    [Test]
    public async Task A_first_translation_is_made_from_the_source_of_that_moment()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await ItemAsync(desk, tg: ("Аслӣ", "Матн"));
        await SaveAsync(desk, item, new() { ["tg"] = Values("Аслӣ", "Матни нав") });

        await SaveAsync(desk, item, tg: ("Аслӣ", "Матни нав"), ru: ("Перевод", "Текст"));

        Assert.That(await CountAsync(desk, item), Is.Zero);
    }

    [Test]
    public async Task Without_Tajik_words_the_first_language_that_has_some_is_the_source()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await CreateAsync(
            desk, new() { ["ru"] = Values("Начато по-русски", "Текст"), ["en"] = Values("Begun in Russian", "Text") });

        await SaveAsync(desk, item,
            new() { ["ru"] = Values("Начато по-русски", "Новый текст"), ["en"] = Values("Begun in Russian", "Text") });

        Assert.That(await FieldsAsync(desk, item, "en"), Is.EqualTo(["Body"]));
    }

    [Test]
    public async Task Tajik_words_written_later_become_the_source_and_leave_behind_only_what_lagged()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await CreateAsync(
            desk, new() { ["ru"] = Values("Начато по-русски", "Текст"), ["en"] = Values("Begun in Russian", "Text") });
        await SaveAsync(desk, item,
            new() { ["ru"] = Values("Начато по-русски", "Новый текст"), ["en"] = Values("Begun in Russian", "Text") });

        await SaveAsync(desk, item, new() { ["tg"] = Values("Аз русӣ", "Матн") });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await FieldsAsync(desk, item, "ru"), Is.Empty);
            Assert.That(await FieldsAsync(desk, item, "en"), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Saying_still_right_leaves_a_line_in_the_log()
    {
        await using var desk = await TestDesk.OpenAsync();
        var item = await OutdatedAsync(desk);

        await SaveAsync(desk, item, tg: ("Аслӣ", "Матни нав"), ru: ("Перевод", "Текст"), new Vouch("ru"));

        Assert.That(await desk.Db.Set<EgovSites.Platform.Auditing.AuditEntry>()
            .CountAsync(entry => entry.ItemId == item && entry.Verb == "vouch" && entry.Detail == "ru"), Is.EqualTo(1));
    }

    private static async Task<string> OutdatedAsync(TestDesk desk)
    {
        var item = await ItemAsync(desk, tg: ("Аслӣ", "Матн"), ru: ("Перевод", "Текст"));
        await SaveAsync(desk, item, tg: ("Аслӣ", "Матни нав"), ru: ("Перевод", "Текст"));
        Assert.That(await CountAsync(desk, item), Is.EqualTo(1));
        return item;
    }

    private static Task<string> ItemAsync(TestDesk desk, (string, string) tg, (string, string)? ru = null) =>
        CreateAsync(desk, Words(tg, ru));

    private static async Task<string> CreateAsync(TestDesk desk, Dictionary<string, FieldValues> words) =>
        (await desk.Do<SaveDraft>()
            .CreateAsync(TestDesk.Officer, desk.Type, new ItemDraft(new FieldValues(), words, 0))).ItemId;

    private static Task SaveAsync(
        TestDesk desk, string item, (string, string) tg, (string, string) ru, params Vouch[] vouches) =>
        SaveAsync(desk, item, Words(tg, ru), vouches);

    private static async Task SaveAsync(
        TestDesk desk, string item, Dictionary<string, FieldValues> words, params Vouch[] vouches)
    {
        desk.Db.ChangeTracker.Clear();
        var revision = await desk.Db.Set<Item>().Where(row => row.Id == item).Select(row => row.Revision).SingleAsync();
        var outcome = await desk.Do<SaveDraft>()
            .UpdateAsync(
                TestDesk.Officer, item, new ItemDraft(new FieldValues(), words, revision) { Vouches = vouches });
        Assert.That(outcome.Reasons, Is.Empty);
    }

    private static async Task<IEnumerable<string>> FieldsAsync(TestDesk desk, string id, string culture = "ru")
    {
        var item = await desk.Db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleAsync(row => row.Id == id);
        return (await SourceChanges.LoadAsync(desk.Db, item)).Of(item, culture).Select(change => change.Field);
    }

    private static Task<int> CountAsync(TestDesk desk, string id) =>
        desk.Db.Set<Item>().Where(item => item.Id == id).WhereOutdated(desk.Db.Set<Translation>(), "ru").CountAsync();

    private static Dictionary<string, FieldValues> Words(
        (string Title, string Body) tg, (string Title, string Body)? ru)
    {
        var words = new Dictionary<string, FieldValues> { ["tg"] = Values(tg.Title, tg.Body) };
        if (ru is { } russian)
        {
            words["ru"] = Values(russian.Title, russian.Body);
        }

        return words;
    }

    private static FieldValues Values(string title, string body, string? slug = null)
    {
        var values = new FieldValues();
        (values["Title"], values["Body"], values["Slug"]) =
            (JsonValue.Create(title), JsonValue.Create(body), slug is null ? null : JsonValue.Create(slug));
        return values;
    }
}
