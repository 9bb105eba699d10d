using System.Text.Json.Nodes;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Benchmarks;

/// <summary>A site of ten thousand items, as the editors' screens have to bear it.</summary>
internal static class ManyItems
{
    public const int Count = 10_000;

    /// <summary>Items of which some lack languages, are behind or wait, as on a site that is worked on.</summary>
    public static Task FillAsync(SiteDatabases sites, Tenant tenant) => FillAsync(sites, tenant, ItemOf);

    public static async Task FillAsync(SiteDatabases sites, Tenant tenant, Func<int, DateTimeOffset, Item> item)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var numbers in Enumerable.Range(0, Count).Chunk(1000))
        {
            await using var db = sites.Open(tenant);
            db.AddRange(numbers.Select(number => item(number, now.AddMinutes(-number))));
            await db.SaveChangesAsync();
        }
    }

    private static Item ItemOf(int number, DateTimeOffset at)
    {
        var item = new Item
        {
            Id = Ids.New(),
            Type = number % 3 == 0 ? "News"
            : "Document",
            Revision = 2,
            CreatedAt = at,
            CreatedBy = $"bench {number % 20}",
            CreatedById = $"bench-{number % 20}",
            ChangedAt = at,
            ChangedBy = $"bench {number % 20}",
            ChangedById = $"bench-{number % 20}"
        };
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
        var state = (number % 12) switch
        {
            0
            or 1 => TranslationState.Draft,
            2 => TranslationState.Withdrawn,
            _ => TranslationState.Published
        };
        var words = new Translation
        {
            ItemId = item.Id,
            Culture = culture,
            Title = $"{(char)('А' + (number % 32))}хбор: хабари санҷишии рақами {number}",
            State = state,
            ChangedIn = changedIn,
            MadeFrom = madeFrom,
            PublishedRevision = 1
        };
        words.Review.State = number % 200 == 5 ? ReviewState.Asked : ReviewState.None;
        words.PublishAt = number % 500 == 0 ? TimeProvider.System.GetUtcNow().AddDays(9) : null;
        words.Fields[FieldNames.Title] = JsonValue.Create(words.Title);
        words.Fields[FieldNames.Body] =
            JsonValue.Create(string.Concat(Enumerable.Repeat("Матни дароз барои санҷиши суръати рӯйхат. ", 60)));
        return words;
    }
}
