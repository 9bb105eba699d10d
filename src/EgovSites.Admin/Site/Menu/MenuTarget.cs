using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.Menu;

/// <summary>
/// Reads where a new entry leads and what it is called; a section and an item lend it their own names.
/// </summary>
public sealed class MenuTarget(SiteDbContext db, Standard standard)
{
    private const string ItemPrefix = "item:";

    public async Task<(MenuEntry? Entry, IReadOnlyList<Reason> Problems)> ReadAsync(
        NewEntry wanted, CancellationToken cancellation)
    {
        var to = wanted.To ?? "";
        var typed = new Trilingual(wanted.Tg ?? "", wanted.Ru ?? "", wanted.En ?? "");
        return to.StartsWith(ItemPrefix, StringComparison.Ordinal)
            ? await ItemAsync(to[ItemPrefix.Length..], typed, cancellation)
            : to.Length > 0 ? Section(to, typed)
            : Link((wanted.Link ?? "").Trim(), typed);
    }

    /// <summary>The words of an entry; all three, each typed or lent.</summary>
    public static (Trilingual Text, IReadOnlyList<Reason> Problems) TextOf(Trilingual typed, Trilingual lent)
    {
        var (text, problems) = (Trilingual.Empty, new List<Reason>());
        foreach (var culture in Cultures.All)
        {
            var (words, problem) =
                PlainText.Read(typed[culture].Trim().Length > 0 ? typed[culture] : lent[culture], ChangeMenu.MaxText);
            problems.AddRange(
                new[] { problem
                    ?? (words.Length == 0 ? new Reason("menu.textMissing", Cultures.NativeName(culture))
                        : null) }.OfType<Reason>());
            text = text.With(culture, words);
        }

        return (text, problems);
    }

    private (MenuEntry?, IReadOnlyList<Reason>) Section(string path, Trilingual typed)
    {
        var type = standard.Section(path.TrimStart('/'));
        if (type is null && !standard.MenuKeeps.Contains(path.TrimStart('/')))
        {
            return (null, [new Reason("menu.nowhere")]);
        }

        var (text, problems) = TextOf(typed, type?.Plural ?? Trilingual.Empty);
        return (new MenuEntry { Path = path, Text = text }, problems);
    }

    // Where the item has no translation the entry stays out of that language's menu until there is one.
    private async Task<(MenuEntry?, IReadOnlyList<Reason>)> ItemAsync(
        string id, Trilingual typed, CancellationToken cancellation)
    {
        var rows = await db.Set<Publication>().AsNoTracking().Where(row => row.ItemId == id)
            .Select(row => new { row.Culture, row.Title }).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return (null, [new Reason("menu.nowhere")]);
        }

        var any = rows.Find(row => row.Culture == Cultures.Default)?.Title ?? rows[0].Title;
        var lent = Cultures.All.Aggregate(Trilingual.Empty, (words, culture) =>
            words.With(culture, Cut(rows.Find(row => row.Culture == culture)?.Title ?? any)));
        var (text, problems) = TextOf(typed, lent);
        return (new MenuEntry { Item = id, Text = text }, problems);
    }

    private static (MenuEntry?, IReadOnlyList<Reason>) Link(string address, Trilingual typed)
    {
        if (!Links.IsSafe(address) || !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return (null, [new Reason("menu.address")]);
        }

        var (text, problems) = TextOf(typed, Trilingual.Empty);
        return (new MenuEntry { Path = address, Text = text }, problems);
    }

    private static string Cut(string title) =>
        title.Length <= ChangeMenu.MaxText ? title : title[..(ChangeMenu.MaxText - 1)] + "…";
}
