using EgovSites.Admin.Layouts;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Previews;

/// <summary>Leads an editor to the preview of what he has typed, in one language.</summary>
public sealed class WindowModel(SiteDbContext db, Platform.Publishing.Previews previews) : DeskPage
{
    public async Task<IActionResult> OnGetAsync(string id, string language, CancellationToken cancellation)
    {
        var isKnown = await db.Set<Item>().AnyAsync(item => item.Id == id, cancellation)
            || await db.Set<Platform.Publishing.WorkingCopy>().AnyAsync(copy => copy.ItemId == id && copy.EditorId == Actor.EditorId, cancellation);
        return isKnown && Cultures.IsKnown(language)
            ? Redirect($"{SiteAddress.Of(Tenant)}/{language}/preview/{await previews.OwnAsync(Actor, id, cancellation)}")
            : NotFound();
    }
}
