using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Host;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Benchmarks;

/// <summary>Makes tenants and fills each with published items, in the host's own words.</summary>
internal static class Filling
{
    public static async Task RunAsync(string data, string agencies, int items)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = data,
            ["Demo:Agencies"] = agencies,
            ["Logging:LogLevel:Default"] = "Error"
        };
        await using var app = Composition.Build([], settings);
        await app.Services.GetRequiredService<Start>().RunAsync();
        foreach (var tenant in app.Services.GetRequiredService<TenantDirectory>().Agencies)
        {
            await FillAsync(app.Services, tenant, items);
        }
    }

    private static async Task FillAsync(IServiceProvider services, Tenant tenant, int items)
    {
        var type = services.GetRequiredService<Standards>()[tenant.Standard]
            .Types.First(type => type.Behaviours.ArchivedByMonth);
        await using var db = services.GetRequiredService<SiteDatabases>().Open(tenant);
        var now = TimeProvider.System.GetUtcNow();
        for (var number = 0; number < items; number++)
        {
            var item = ItemOf(type, number, now.AddHours(-number));
            db.Add(item);
            db.Add(PublicationWriter.Write(type, item, item.Translations[0], $"sanjish-{number}",
                new Dictionary<string, Platform.Content.Stored.MediaFile>(), "bench", now.AddHours(-number)));
        }

        await db.SaveChangesAsync();
    }

    private static Item ItemOf(ContentType type, int number, DateTimeOffset at)
    {
        var item = new Item { Id = Ids.New(), Type = type.Name, Revision = 1, CreatedAt = at, ChangedAt = at };
        item.Shared[FieldNames.ShownAt] =
            JsonValue.Create(at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var words = new Translation
        {
            ItemId = item.Id,
            Culture = "tg",
            Title = $"Хабари санҷишии рақами {number}",
            State = TranslationState.Published,
            PublishedRevision = 1
        };
        words.Fields[FieldNames.Title] = JsonValue.Create(words.Title);
        words.Fields[FieldNames.Body] =
            JsonValue.Create(string.Concat(Enumerable.Repeat("Матни дароз барои санҷиши суръати саҳифаҳо. ", 40)));
        item.Translations.Add(words);
        return item;
    }
}
