using System.Diagnostics;
using System.Text.Json.Nodes;
using EgovSites.Admin.Content;
using EgovSites.Host;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Benchmarks;

/// <summary>The editors' list over ten thousand items in three languages on SQLite: every filter, every order, the last page.</summary>
internal static class Lists
{
    private const int Items = 10_000;
    private const int Rounds = 15;

    private static ContentFilter All { get; } = new(null, null, null, null);

    private static readonly Dictionary<string, (ContentFilter Filter, ContentOrder Order, int Page)> Questions = new(StringComparer.Ordinal)
    {
        ["first page"] = (All, ContentOrder.Newest, 1),
        ["last page"] = (All, ContentOrder.Newest, int.MaxValue),
        ["one type"] = (All with { Type = "News" }, ContentOrder.Newest, 1),
        ["published"] = (All with { State = "published" }, ContentOrder.Newest, 1),
        ["drafts"] = (All with { State = "draft" }, ContentOrder.Newest, 1),
        ["in review"] = (All with { State = "review" }, ContentOrder.Newest, 1),
        ["scheduled"] = (All with { State = "scheduled" }, ContentOrder.Newest, 1),
        ["withdrawn"] = (All with { State = "withdrawn" }, ContentOrder.Newest, 1),
        ["no English"] = (All with { Missing = "en" }, ContentOrder.Newest, 1),
        ["outdated"] = (All with { Missing = ContentFilter.Outdated }, ContentOrder.Newest, 1),
        ["a rare word"] = (All with { Query = "рақами 7777" }, ContentOrder.Newest, 1),
        ["a common word"] = (All with { Query = "хабари" }, ContentOrder.Newest, 1),
        ["mine"] = (All with { By = new Actor("bench-3", "bench 3", Role.Editor) }, ContentOrder.Newest, 1),
        ["by title"] = (All, new ContentOrder("title", false), 1),
        ["by title, last page"] = (All, new ContentOrder("title", false), int.MaxValue),
        ["by age"] = (All, new ContentOrder("created", false), 1),
    };

    public static async Task<bool> RunAsync()
    {
        using var data = new DataFolder();
        var settings = new Dictionary<string, string?> { ["Storage:DataFolder"] = data.Path, ["Demo:Agencies"] = "finance", ["Logging:LogLevel:Default"] = "Error" };
        await using var app = Composition.Build([], settings);
        await app.Services.GetRequiredService<Start>().RunAsync();
        var tenant = app.Services.GetRequiredService<TenantDirectory>().BySlug("finance")!;
        var sites = app.Services.GetRequiredService<SiteDatabases>();
        await FillAsync(sites, tenant);
        var holds = true;
        foreach (var (name, question) in Questions)
        {
            holds &= Report.AtMost($"list of {Items} items, {name} (median of {Rounds})", await MedianAsync(sites, tenant, question), 50, "ms");
        }

        return holds;
    }

    private static async Task<double> MedianAsync(SiteDatabases sites, Tenant tenant, (ContentFilter Filter, ContentOrder Order, int Page) question)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var db = sites.Open(tenant);
            var start = Stopwatch.GetTimestamp();
            await new ContentList(db).ReadAsync(question.Filter, question.Order, question.Page);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static async Task FillAsync(SiteDatabases sites, Tenant tenant)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var numbers in Enumerable.Range(0, Items).Chunk(1000))
        {
            await using var db = sites.Open(tenant);
            db.AddRange(numbers.Select(number => ItemOf(number, now.AddMinutes(-number))));
            await db.SaveChangesAsync();
        }
    }

    private static Item ItemOf(int number, DateTimeOffset at)
    {
        var item = new Item { Id = Ids.New(), Type = number % 3 == 0 ? "News" : "Document", Revision = 2, CreatedAt = at, CreatedBy = $"bench {number % 20}", CreatedById = $"bench-{number % 20}", ChangedAt = at, ChangedBy = $"bench {number % 20}", ChangedById = $"bench-{number % 20}" };
        item.Translations.Add(WordsOf(item, "tg", number, 1, 0));
        if (number % 10 < 7)
        {
            item.Translations.Add(WordsOf(item, "ru", number, 1, number % 9 == 0 ? 0 : 1));
        }

        if (number % 10 < 4)
        {
            item.Translations.Add(WordsOf(item, "en", number, 1, 1));
        }

        return item;
    }

    private static Translation WordsOf(Item item, string culture, int number, int changedIn, int madeFrom)
    {
        var state = (number % 12) switch { 0 or 1 => TranslationState.Draft, 2 => TranslationState.Withdrawn, _ => TranslationState.Published };
        var words = new Translation { ItemId = item.Id, Culture = culture, Title = $"{(char)('А' + (number % 32))}хбор: хабари санҷишии рақами {number}", State = state, ChangedIn = changedIn, MadeFrom = madeFrom, PublishedRevision = 1 };
        words.Review.State = number % 200 == 5 ? ReviewState.Asked : ReviewState.None;
        words.PublishAt = number % 500 == 0 ? TimeProvider.System.GetUtcNow().AddDays(9) : null;
        words.Fields[FieldNames.Title] = JsonValue.Create(words.Title);
        words.Fields[FieldNames.Body] = JsonValue.Create(string.Concat(Enumerable.Repeat("Матни дароз барои санҷиши суръати рӯйхат. ", 60)));
        return words;
    }
}
