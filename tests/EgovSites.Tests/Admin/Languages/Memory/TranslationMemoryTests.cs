using System.Text.Json.Nodes;
using EgovSites.Admin.Languages.Memory;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Languages.Memory;

public class TranslationMemoryTests
{
    private const int Many = 300;

    [Test]
    public async Task A_published_sentence_is_suggested_word_for_word_and_for_one_like_it()
    {
        var host = await SharedHost.GetAsync();
        var mark = Mark();
        await PublishAsync(host, $"Вазорат {mark} озмуни нав барои мутахассисон эълон кард.",
            $"Министерство {mark} объявило новый конкурс для специалистов.");

        var same = await SuggestAsync(host, "tg", "ru", $"ВАЗОРАТ {mark} озмуни нав барои мутахассисон эълон кард!");
        var like = await SuggestAsync(host, "tg", "ru", $"Вазорат {mark} озмуни нав барои духтурон эълон кард.");
        var back =
            await SuggestAsync(host, "ru", "tg", $"Министерство {mark} объявило новый конкурс для специалистов.");
        var other = await SuggestAsync(host, "tg", "ru", "Имрӯз дар шаҳр борон меборад ва ҳаво салқин аст.");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(same[0],
                Is.EqualTo(
                    new Suggestion($"Вазорат {mark} озмуни нав барои мутахассисон эълон кард.",
                        $"Министерство {mark} объявило новый конкурс для специалистов.", 100)));
            Assert.That(like[0].Percent, Is.InRange(75, 99));
            Assert.That(back[0].Target, Does.StartWith("Вазорат"));
            Assert.That(other.Where(found => found.Percent > 0), Is.Empty);
        }
    }

    [Test]
    public async Task Another_site_learns_nothing_of_it()
    {
        var host = await SharedHost.GetAsync();
        var mark = Mark();
        await PublishAsync(host, $"Ҷумлаи вазорат {mark} дар бораи буҷети давлат.",
            $"Предложение министерства {mark} о бюджете государства.");

        var elsewhere = await SuggestAsync(
            host, "tg", "ru", $"Ҷумлаи вазорат {mark} дар бораи буҷети давлат.", SiteHost.OtherAgency);

        Assert.That(elsewhere.Where(found => found.Percent > 0), Is.Empty);
    }

    [Test]
    public async Task With_the_publication_of_either_side_the_pair_vanishes()
    {
        var host = await SharedHost.GetAsync();
        var id = await PublishAsync(host, $"Ҷумлаи {Mark()} бозгирифташаванда аст.", "Это предложение будет отозвано.");
        var before = await CountAsync(host, id);

        await using (var desk = TestDesk.Open(host))
        {
            await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["ru"], new Withdrawal(WithdrawalReason.InError));
        }

        await host.HandOverAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Pairs, Is.Positive);
            Assert.That(await CountAsync(host, id), Is.EqualTo((0, 0)));
        }
    }

    [Test]
    public async Task Handing_over_twice_keeps_every_pair_once()
    {
        var host = await SharedHost.GetAsync();
        var id =
            await PublishAsync(host, $"Ҷумлаи {Mark()} такрорӣ барои санҷиш.", "Повторное предложение для проверки.");
        var once = await CountAsync(host, id);

        await HandAsync(host, id);
        await HandAsync(host, id);

        Assert.That(await CountAsync(host, id), Is.EqualTo(once));
    }

    [Test]
    public async Task A_corrected_publication_replaces_its_sentences()
    {
        var host = await SharedHost.GetAsync();
        var (mark, russian) = (Mark(), "Исправленное предложение об одном деле.");
        var id = await PublishAsync(host, $"Ҷумлаи {mark} дар бораи як кор.", "Неверное предложение об одном деле.");

        await using (var desk = TestDesk.Open(host))
        {
            await SaveAsync(desk, id, 1, $"Ҷумлаи {mark} дар бораи як кор.", russian);
            await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["ru"]);
        }

        await host.HandOverAsync();

        Assert.That((await SuggestAsync(host, "tg", "ru", $"Ҷумлаи {mark} дар бораи як кор."))
            .Where(found => found.Percent > 0).Select(found => found.Target), Is.EqualTo([russian]));
    }

    [Test]
    public async Task While_the_translation_is_behind_nothing_false_is_learned_and_nothing_true_forgotten()
    {
        var host = await SharedHost.GetAsync();
        var mark = Mark();
        var id = await PublishAsync(
            host, $"Дар маркази {mark} понздаҳ духтур кор мекунад.", "В центре работают пятнадцать врачей.");

        await using (var desk = TestDesk.Open(host))
        {
            await SaveAsync(
                desk, id, 1, $"Дар маркази {mark} чил духтур кор мекунад.", "В центре работают пятнадцать врачей.");
            await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg"]);
        }

        await host.HandOverAsync();
        var found = await SuggestAsync(host, "tg", "ru", $"Дар маркази {mark} чил духтур кор мекунад.");

        Assert.That(found.Where(one => one.Percent > 0)
            .Select(one => one.Source), Is.EqualTo([$"Дар маркази {mark} понздаҳ духтур кор мекунад."]));
    }

    [Test]
    public async Task Terms_of_the_standard_are_found_inside_a_sentence()
    {
        var host = await SharedHost.GetAsync();
        var term = host.Services.GetRequiredService<Standards>().Newest.Types.First(type => type.Label.Tg.Length > 5)
            .Label;

        var found = await SuggestAsync(host, "tg", "en", $"Имрӯз {term.Tg} дар сомона.");

        Assert.That(found, Does.Contain(new Suggestion(term.Tg, term.En, 0)));
    }

    [Test]
    public async Task The_editor_leads_to_suggestions_that_another_site_does_not_find()
    {
        var host = await SharedHost.GetAsync();
        var mark = Mark();
        await PublishAsync(host, $"Ҷумлаи {mark} барои пешниҳод омода шуд.", "Предложение для подсказки готово.");
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var form = $"/admin/sites/{SiteHost.Agency}/content/new/News";
        var saved = await desk.PostAsync(form, form, ("revision", "0"), ("tg.Title", "Нав"),
            ("tg.Body", $"Ҷумлаи {mark} барои пешниҳод омода шуд."), ("verb", "save"));

        var editor = await desk.GetAsync(saved.Response.Headers.Location!.ToString());
        var link = editor.Document.QuerySelector("[data-suggest='ru-Body']")!.GetAttribute("href")!;
        var page = await desk.GetAsync(link);
        var foreign =
            await desk.GetAsync(link.Replace(SiteHost.Agency, SiteHost.OtherAgency, StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("#suggestions [data-text]"), Does.Contain("Предложение для подсказки готово."));
            Assert.That(foreign.Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Among_many_sentences_that_begin_alike_the_likest_comes_first()
    {
        await using var host = await SiteHost.StartAsync();
        var random = new Random(5);
        string[] words = [.. Enumerable.Range(0, 300).Select(number => $"калимаи{number}")];
        string Sentence() => "Вазорати молия "
            + string.Join(' ', Enumerable.Range(0, 10).Select(_ => words[random.Next(words.Length)])) + ".";
        var sentences = Enumerable.Range(0, Many).Select(_ => Sentence()).ToList();
        await FillAsync(host, sentences);
        var wanted = sentences[Many / 2]
            .Replace(sentences[Many / 2].Split(' ')[5], "дигаргун", StringComparison.Ordinal);

        var found = await SuggestAsync(host, "tg", "ru", wanted);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found[0].Source, Is.EqualTo(sentences[Many / 2]));
            Assert.That(found.Select(one => one.Percent), Is.Ordered.Descending);
        }
    }

    [TestCase("Якум ҷумла. Дуюм ҷумла!", 2)]
    [TestCase("Дар ш. Душанбе ва г. Хуҷанд кор мекунад.", 1)]
    [TestCase("5. Санади меъёрӣ қабул шуд.", 1)]
    [TestCase("**Ғафс** матн. _Курсив_ матн.", 2)]
    public void A_text_is_parted_into_its_sentences(string text, int count) =>
        Assert.That(Sentences.Of(text).Single(), Has.Count.EqualTo(count));

    [Test]
    public void Texts_that_are_built_differently_give_no_pairs() =>
        Assert.That(Sentences.Aligned("Якум.\n\nДуюм.", "Всё в одном."), Is.Empty);

    private static string Mark() => "калид" + Guid.NewGuid().ToString("N")[..8];

    private static async Task<string> PublishAsync(SiteHost host, string tg, string ru)
    {
        string id;
        await using (var desk = TestDesk.Open(host))
        {
            id = (await desk.Do<SaveDraft>().CreateAsync(TestDesk.Officer, desk.Type, Draft(0, tg, ru))).ItemId;
            Assert.That((await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg", "ru"])).Reasons, Is.Empty);
        }

        await host.HandOverAsync();
        return id;
    }

    private static Task<Outcome> SaveAsync(TestDesk desk, string id, int basedOn, string tg, string ru) =>
        desk.Do<SaveDraft>().UpdateAsync(TestDesk.Officer, id, Draft(basedOn, tg, ru));

    private static ItemDraft Draft(int basedOn, string tg, string ru) =>
        new(new FieldValues(),
            new Dictionary<string, FieldValues> { ["tg"] = Values("Сарлавҳа", tg), ["ru"] = Values("Заголовок", ru) },
            basedOn);

    private static FieldValues Values(string title, string body)
    {
        var values = new FieldValues();
        (values["Title"], values["Body"]) = (JsonValue.Create(title), JsonValue.Create(body));
        return values;
    }

    private static async Task HandAsync(SiteHost host, string id)
    {
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        var message = new OutboxMessage { Id = "again", ItemId = id, Culture = "tg", At = host.Clock.GetUtcNow() };
        await host.Services.GetServices<IOutboxHandler>().OfType<MemoryHandler>().Single()
            .HandleAsync(host.Tenant(SiteHost.Agency), db, message, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<Suggestion>> SuggestAsync(
        SiteHost host, string from, string to, string sentence, string site = SiteHost.Agency)
    {
        await using var scope = host.ScopeOf(site);
        return (await scope.ServiceProvider.GetRequiredService<TranslationMemory>().SuggestAsync(from, to, [sentence]))
            .Single();
    }

    private static async Task<(int Pairs, int Words)> CountAsync(SiteHost host, string id)
    {
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        var pairs = await db.Set<MemoryPair>().Where(pair => pair.ItemId == id).Select(pair => pair.Id).ToListAsync();
        // No word may point at a pair that is gone.
        var lost = await db.Set<MemoryWord>()
            .CountAsync(word => !db.Set<MemoryPair>().Any(pair => pair.Id == word.PairId));
        return (pairs.Count, lost + await db.Set<MemoryWord>().CountAsync(word => pairs.Contains(word.PairId)));
    }

    private static async Task FillAsync(SiteHost host, List<string> sentences)
    {
        foreach (var part in sentences.Chunk(4000))
        {
            await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var sentence in part)
            {
                var id = Ids.New();
                db.Add(new MemoryPair
                {
                    Id = id,
                    ItemId = "many",
                    From = "tg",
                    To = "ru",
                    Hash = Likeness.HashOf(sentence),
                    Source = sentence,
                    Target = sentence
                });
                db.AddRange(Likeness.WordsOf(sentence)
                    .Select(word => new MemoryWord { From = "tg", To = "ru", Word = word, PairId = id }));
            }

            await db.SaveChangesAsync();
        }
    }
}
