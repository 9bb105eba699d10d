using System.Diagnostics;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Benchmarks;

/// <summary>
/// What leads to a hundred marked items, asked before they go to the bin: ten thousand items in three languages, a
/// third of the texts with links.
/// </summary>
internal static class MarkedItems
{
    private const int Marked = 100;
    private const int Rounds = 5;

    private static readonly string[] Languages = ["tg", "ru", "en"];

    public static async Task<bool> RunAsync()
    {
        await using var host = await OwnHost.StartAsync();
        var (sites, tenant) = (host.Services.GetRequiredService<SiteDatabases>(), host.Tenant);
        var ids = Enumerable.Range(0, ManyItems.Count).Select(_ => Ids.New()).ToArray();
        await ManyItems.FillAsync(sites, tenant, (number, at) => ItemOf(ids, number, at));
        var marked = ids[..Marked];
        await PublishAsync(host, sites, tenant, marked);
        var times = new List<double>();
        var found = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var db = sites.Open(tenant);
            var start = Stopwatch.GetTimestamp();
            found = (await new WhereUsed(db).OfItemsAsync(marked)).Count;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Report.Note($"{found} uses found");
        return Report.AtMost($"what leads to {Marked} of {ManyItems.Count} items (median of {Rounds})", times.Order()
            .ElementAt(Rounds / 2), 1000, "ms");
    }

    // Two of a hundred links lead to a marked item, so that the search does not end early.
    private static Item ItemOf(string[] ids, int number, DateTimeOffset at)
    {
        var item = new Item { Id = ids[number], Type = "News", Revision = 1, CreatedAt = at, ChangedAt = at };
        item.Shared[FieldNames.Picture] = MediaField.Of(Ids.New());
        var target = number % 3 != 0 ? null : number % 150 == 0 ? ids[number / 150] : ids[^1];
        var link = target is null ? "" : number % 2 == 0 ? $" [ин](item:{target})"
            : $" [ин](/tg/news/sanjish-{number})";
        foreach (var culture in Languages)
        {
            var words = new Translation
            {
                ItemId = item.Id,
                Culture = culture,
                Title = $"Хабари санҷишии рақами {number}",
                State = TranslationState.Published,
                PublishedRevision = 1
            };
            words.Fields[FieldNames.Title] = JsonValue.Create(words.Title);
            words.Fields[FieldNames.Body] = JsonValue.Create(
                string.Concat(Enumerable.Repeat("Матни дароз барои санҷиши суръати рӯйхат. ", 60)) + link);
            item.Translations.Add(words);
        }

        return item;
    }

    private static async Task PublishAsync(OwnHost host, SiteDatabases sites, Tenant tenant, string[] marked)
    {
        var type = host.Services.GetRequiredService<Standards>()[tenant.Standard].Type("News")!;
        await using var db = sites.Open(tenant);
        foreach (var (number, id) in marked.Index())
        {
            var item = ItemOf(marked, number, TimeProvider.System.GetUtcNow());
            db.AddRange(item.Translations.Select(words => PublicationWriter.Write(
                type, item, words, $"sanjish-{number}-{words.Culture}", new Dictionary<string, MediaFile>(), "bench",
                item.CreatedAt)));
        }

        await db.SaveChangesAsync();
    }
}
