using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Versions;

/// <summary>Two versions of an item side by side, word by word in one language.</summary>
public sealed class CompareModel(SiteDbContext db, Words words) : ItemPage(db)
{
    /// <summary>How many of the newest versions can be chosen here; older ones are reached from the list.</summary>
    private const int Offered = 100;

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public IReadOnlyList<VersionsModel.Row> Rows { get; private set; } = [];

    /// <summary>The earlier state.</summary>
    public Revision From { get; private set; } = null!;

    /// <summary>The later state.</summary>
    public Revision To { get; private set; } = null!;

    public Differences Differences { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, int? from, int? to, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation) || !await ChooseAsync(from, to, cancellation))
        {
            return NotFound();
        }

        Language = Cultures.IsKnown(Language ?? "") ? Language
            : Cultures.All.FirstOrDefault(IsChanged) ?? Cultures.Default;
        Differences = await Differences.FindAsync(
            Db, words, Type, ItemState.Of(From, Language!), ItemState.Of(To, Language!), Language!, Culture,
            cancellation);
        Rows = await Db.Set<Revision>().AsNoTracking().Where(row => row.ItemId == id)
            .OrderByDescending(row => row.Number).Take(Offered)
            .Select(row => new VersionsModel.Row(row.Number, row.SavedAt, row.SavedBy)).ToListAsync(cancellation);
        return Page();
    }

    /// <summary>The versions that one of the two lists offers; the chosen one is always among them.</summary>
    public IEnumerable<VersionsModel.Row> Choices(Revision chosen) => Rows.Any(row => row.Number == chosen.Number)
        ? Rows
        : Rows.Append(new(chosen.Number, chosen.SavedAt, chosen.SavedBy));

    // Unless said otherwise the newest version and the one before it; always the earlier one first.
    private async Task<bool> ChooseAsync(int? from, int? to, CancellationToken cancellation)
    {
        var later = to ?? Item.Revision;
        var numbers = new[] { from ?? Math.Max(1, later - 1), later };
        var found = await Db.Set<Revision>().AsNoTracking()
            .Where(row => row.ItemId == Item.Id && numbers.Contains(row.Number))
            .OrderBy(row => row.Number).ToListAsync(cancellation);
        if (found.Count < numbers.Distinct().Count())
        {
            return false;
        }

        (From, To) = (found[0], found[^1]);
        return true;
    }

    private bool IsChanged(string culture) =>
        Revisions.WordsOf(From)[culture].ToJson() != Revisions.WordsOf(To)[culture].ToJson();
}
