using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tajik.Spelling;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Hosting;

/// <summary>
/// Puts many publications into a site at once, as if long published, and lets the portal hear of them.
/// </summary>
public static class Printer
{
    public static Publication Row(string section, string title, string culture = "tg", string? item = null) => new()
    {
        ItemId = item ?? Ids.New(),
        Culture = culture,
        Type = TypeOf(section),
        Section = section,
        Slug = Ids.New(),
        Title = title,
        Summary = "Муқаддима",
        Fields = new FieldValues(),
        ShownAt = FixedClock.Start.AddHours(-1),
        SortKey = Alphabet.SortKey(title),
        SearchText = Folding.ForSearch(title),
        SearchTitle = Folding.ForSearch(title),
        Revision = 1,
        PublishedAt = FixedClock.Start.AddHours(-1),
        PublishedBy = "test",
        UpdatedAt = FixedClock.Start.AddHours(-1),
    };

    public static async Task PrintAsync(this SiteHost host, params IEnumerable<Publication> rows)
    {
        await using (var scope = host.ScopeOf(SiteHost.Agency))
        {
            var (db, outbox) = (scope.ServiceProvider.GetRequiredService<SiteDbContext>(),
                scope.ServiceProvider.GetRequiredService<Outbox>());
            foreach (var row in rows)
            {
                db.Add(row);
                outbox.Add(db, row.ItemId, row.Culture);
            }

            await db.SaveChangesAsync();
        }

        await host.HandOverAsync();
    }

    private static string TypeOf(string section) => section switch
    {
        "vacancies" => "Vacancy",
        "news" => "News",
        _ => char.ToUpperInvariant(section[0]) + section[1..^1],
    };
}
