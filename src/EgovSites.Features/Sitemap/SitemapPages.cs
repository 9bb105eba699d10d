using System.Runtime.CompilerServices;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;

namespace EgovSites.Features.Sitemap;

/// <summary>
/// The pages of a site that search engines may know, in parts that never grow too long; the first holds the lists as
/// well.
/// </summary>
public sealed class SitemapPages(
    PublishedAddresses addresses, Standards standards, CurrentTenant current, SiteLinks links)
{
    /// <summary>Items of one part: packing a much longer file would hold its asker up.</summary>
    public const int ItemsOfPart = 500;

    private IReadOnlyList<ContentType> Types => standards[current.Tenant.Standard].Types;

    // What has no page of its own stands on its section's.
    private List<string> OwnPages =>
        [.. Types.Where(type => type.Behaviours.HasDetailPage).Select(type => type.Section)];

    public async Task<int> PartsAsync(CancellationToken cancellation) =>
        Math.Max(1, (await addresses.CountAsync(OwnPages, cancellation) + ItemsOfPart - 1) / ItemsOfPart);

    /// <summary>The pages of a part; parts count from 1.</summary>
    internal async IAsyncEnumerable<SitemapFile.Page> ReadAsync(
        int part, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var page in part == 1 ? await ListsAsync(cancellation) : [])
        {
            yield return page;
        }

        var item = new List<PublishedAddress>();
        await foreach (var row in addresses.ReadAsync(OwnPages, (part - 1) * ItemsOfPart, ItemsOfPart)
            .WithCancellation(cancellation))
        {
            if (item.Count > 0 && item[0].ItemId != row.ItemId)
            {
                yield return PageOf(item);
                item.Clear();
            }

            item.Add(row);
        }

        if (item.Count > 0)
        {
            yield return PageOf(item);
        }
    }

    private async Task<IEnumerable<SitemapFile.Page>> ListsAsync(CancellationToken cancellation)
    {
        var shown = await addresses.SectionsAsync(cancellation);
        return Types.Select(type => type.Section).Distinct().Where(shown.Contains)
            .Select(section => SamePath($"/{section}", [.. Cultures.All.Where(shown[section].Contains)]))
            .Prepend(SamePath("/", Cultures.All));
    }

    private SitemapFile.Page PageOf(IReadOnlyList<PublishedAddress> item) => new(
        Cultures.All.SelectMany(culture => item.Where(row => row.Culture == culture))
            .ToDictionary(row => row.Culture, row => links.Canonical($"/{row.Section}/{row.Slug}", row.Culture)),
        item.Max(row => row.UpdatedAt));

    private SitemapFile.Page SamePath(string path, IReadOnlyList<string> cultures) =>
        new(cultures.ToDictionary(culture => culture, culture => links.Canonical(path, culture)), null);
}
