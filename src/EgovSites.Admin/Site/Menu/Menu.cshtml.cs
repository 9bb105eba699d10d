using System.Globalization;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.Menu;

/// <summary>The menu that visitors see: its order, its words, its entries.</summary>
public sealed class MenuModel(SiteDbContext db, ChangeMenu change) : DeskPage
{
    private const int MostPages = 200;

    public sealed record Target(string ItemId, string Title, string Culture);

    public List<MenuEntry> Tree { get; private set; } = [];

    public string Version { get; private set; } = "";

    /// <summary>Public items that a menu may lead to: those that stay, grouped by type.</summary>
    public IReadOnlyList<IGrouping<string, Target>> Targets { get; private set; } = [];

    public List<Reason> Problems { get; } = [];

    public NewEntry Wanted { get; private set; } = new();

    /// <summary>New words for an entry that were refused; the entry may stand elsewhere by now.</summary>
    public (string Entry, Trilingual Words)? Renamed { get; private set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>
    /// Where the entry stands that was moved just now, and which way: the keyboard goes on from there.
    /// </summary>
    [BindProperty(SupportsGet = true)]
    public string? Moved { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Way { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(
        string? verb, string? version, string? at, string? entry, string? tg, string? ru, string? en,
        CancellationToken cancellation)
    {
        var words = new Trilingual(tg ?? "", ru ?? "", en ?? "");
        Renamed = verb == "rename" ? (entry ?? "", words) : null;
        var outcome = verb switch
        {
            "up" => await change.MoveAsync(Actor, version, at, -1, cancellation),
            "down" => await change.MoveAsync(Actor, version, at, 1, cancellation),
            "remove" => await change.RemoveAsync(Actor, version, at, cancellation),
            "rename" => await change.RenameAsync(Actor, version, at, words, cancellation),
            _ => Outcome.Refused(new Reason("menu.changed")),
        };
        return await AnswerAsync(outcome, verb is "up" or "down"
            ? $"&moved={PlaceAfter(at ?? "", verb == "up" ? -1 : 1)}&way={verb}" : "", cancellation);
    }

    public async Task<IActionResult> OnPostOrderAsync(
        string? version, string[] order, CancellationToken cancellation) =>
        await AnswerAsync(await change.OrderAsync(Actor, version, order, cancellation), "", cancellation);

    public async Task<IActionResult> OnPostAddAsync(
        string? version, [FromForm] NewEntry wanted, CancellationToken cancellation)
    {
        Wanted = wanted;
        return await AnswerAsync(await change.AddAsync(Actor, version, wanted, cancellation), "", cancellation);
    }

    /// <summary>What names an entry from one state of the menu to the next: where it leads.</summary>
    public static string NameOf(MenuEntry entry) => entry.Item ?? entry.Path;

    /// <summary>The words in an entry's form: as saved, or as typed and refused.</summary>
    public Trilingual WordsOf(MenuEntry entry) => IsRenamed(entry) ? Renamed!.Value.Words : entry.Text;

    public bool IsRenamed(MenuEntry entry) => Renamed?.Entry.Length > 0 && Renamed.Value.Entry == NameOf(entry);

    public bool IsLocked(MenuEntry entry) => MenuRules.IsLocked(Standard, Tree, entry);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string more, CancellationToken cancellation)
    {
        if (outcome.IsDone)
        {
            return Redirect(Desk("/menu?done=true" + more));
        }

        db.ChangeTracker.Clear();
        Problems.AddRange(outcome.Reasons);
        await LoadAsync(cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // A place is a path of numbers, such as 2.0; moving changes the last of them.
    private static string PlaceAfter(string at, int step) =>
        int.TryParse(at[(at.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{at[..(at.LastIndexOf('.') + 1)]}{number + step}")
            : "";

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var setting = await db.Set<SiteSetting>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Name == SiteSetting.Menu, cancellation);
        (Tree, Version) = (MenuTree.Read(setting?.Value ?? new FieldValues()), SiteSetting.VersionOf(setting));
        var lasting = Standard.Types.Where(type =>
            type.Behaviours is { HasDetailPage: true, InFeeds: false, Expires: false }).Select(type => type.Name)
            .ToList();
        var rows = await db.Set<Publication>().AsNoTracking().Where(row => lasting.Contains(row.Type))
            .OrderBy(row => row.SortKey).Take(MostPages * Cultures.All.Count)
            .Select(row => new { row.Type, row.ItemId, row.Title, row.Culture }).ToListAsync(cancellation);
        Targets =
        [
            .. rows.GroupBy(row => row.ItemId)
            .Select(same => same.FirstOrDefault(row => row.Culture == Culture) ?? same.First()).Take(MostPages)
                .GroupBy(row => Standard.Type(row.Type)!.Plural[Culture], row =>
                    new Target(row.ItemId, row.Title, row.Culture)),
        ];
    }
}
