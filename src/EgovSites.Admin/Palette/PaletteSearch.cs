using EgovSites.Admin.Layouts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Palette;

/// <summary>
/// Finds actions of the side navigation and items of the site by folded words: ҳ may be typed as х, қ as к.
/// </summary>
public sealed class PaletteSearch(SideMenu menu, SiteDbContext db, Words words)
{
    public const int Most = 10;

    private const int MostActions = 5;
    private const int MaxQuery = 100;

    public async Task<IReadOnlyList<Finding>> FindAsync(
        DeskPage page, string? query, CancellationToken cancellation = default)
    {
        var asked = Folding.Words(TextHygiene.Cut(query ?? "", MaxQuery));
        var actions = Actions(page).Select(action => (Action: action, Folded: Folding.Fold(action.Text)))
            .Where(pair => asked.All(word => pair.Folded.Contains(word, StringComparison.Ordinal)))
            .OrderByDescending(pair => asked.Count > 0 && pair.Folded.StartsWith(asked[0], StringComparison.Ordinal))
            .Select(pair => pair.Action).Take(Most).ToList();
        var items = asked.Count == 0 ? [] : await ItemsAsync(page, asked, cancellation);
        return [.. actions.Take(Math.Max(MostActions, Most - items.Count)),
            .. items.Take(Most - Math.Min(actions.Count, MostActions))];
    }

    private IEnumerable<Finding> Actions(DeskPage page)
    {
        foreach (var group in menu.For(page))
        {
            foreach (var line in group.Lines)
            {
                yield return new Finding(line.Text, group.Heading, line.Href);
            }
        }

        foreach (var type in page.May("/content/new/{type}") ? page.Standard.Types : [])
        {
            yield return new Finding(words["content.new", type.Label[page.Culture]], words["desk.content"],
                page.Desk($"/content/new/{type.Name}"));
        }

        yield return new Finding(words["keys.title"], words["palette.action"], "/admin/keys");
    }

    private async Task<List<Finding>> ItemsAsync(
        DeskPage page, IEnumerable<string> asked, CancellationToken cancellation)
    {
        // Folded words are letters and digits, so none of them can be a wildcard.
        var found = asked.Select(word => $"%{word}%").Aggregate(
            db.Set<Translation>().AsNoTracking(), (all, like) =>
                all.Where(row => EF.Functions.Like(row.FoldedTitle, like)));
        var rows =
            await found.Join(db.Set<Item>().Where(item => item.BinnedAt == null), row => row.ItemId, item => item.Id,
                (row, item) => new { item.Id, item.Type, item.ChangedAt, row.Culture, row.Title })
            .OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id).Take(Most * Cultures.All.Count)
            .ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(row => row.Id)
            .Select(same => same.FirstOrDefault(row => row.Culture == page.Culture) ?? same.First())
                .Select(row =>
                    new Finding(row.Title, page.Standard.Type(row.Type)?.Label[page.Culture]
                        ?? row.Type, page.Desk($"/content/{row.Id}"), row.Culture)),
        ];
    }
}
