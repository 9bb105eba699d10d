using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Admin.Writing.Versions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Editing;

/// <summary>The second pair of eyes: the words as they would go public, and the decision.</summary>
public sealed class ReviewModel(SiteDbContext db, Reviews reviews, Words strings) : ItemPage(db)
{
    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The words that are asked about.</summary>
    public Translation Words => Item.In(Language)!;

    /// <summary>What would change on the public site; null when these words never were public.</summary>
    public Differences? Differences { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string id, string? decision, int revision, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        return decision switch
        {
            "approve" =>
                Answer(await reviews.ApproveAsync(Actor, Item.Id, Language, revision, cancellation), "approved"),
            "sendBack" =>
                Answer(await reviews.SendBackAsync(Actor, Item.Id, Language, Note ?? "", cancellation), "sentBack"),
            "looked" => Answer(await reviews.SecondLookAsync(Actor, Item.Id, Language, cancellation), "looked"),
            _ => BadRequest(),
        };
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (!Cultures.IsKnown(Language) || !await FindAsync(id, cancellation) || Item.In(Language) is not { } words)
        {
            return false;
        }

        var revision = words.PublishedRevision == 0 ? null : await Db.Set<Revision>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ItemId == id && row.Number == words.PublishedRevision, cancellation);
        Differences = revision is null ? null : await Differences.FindAsync(
            Db, strings, Type, ItemState.Of(revision, Language), ItemState.Of(Item, Language), Language, Culture,
            cancellation);
        return true;
    }
}
