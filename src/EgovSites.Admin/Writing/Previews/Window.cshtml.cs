using EgovSites.Admin.Account.Sessions;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Admin.Layouts;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Previews;

/// <summary>Leads an editor to the preview of what he has typed, in one language.</summary>
public sealed class WindowModel(SiteDbContext db, OwnPreview own) : DeskPage
{
    protected override async Task<bool> IsAskedAsync() =>
        (await Service<AskedItems>().CulturesAsync(this, RouteData.Values["id"] as string)).Count > 0;

    public async Task<IActionResult> OnGetAsync(string id, string language, CancellationToken cancellation)
    {
        var isKnown = await db.Set<Item>().AnyAsync(item => item.Id == id, cancellation)
            || await db.Set<WorkingCopy>()
                .AnyAsync(copy => copy.ItemId == id && copy.EditorId == Actor.EditorId, cancellation);
        return isKnown && Cultures.IsKnown(language) && await OpenSessions.PresentAsync(HttpContext) is { } session
            ? Redirect(
                $"{SiteAddress.Of(Tenant)}/{language}/preview/{own.Make(Tenant.Id, id, Actor.EditorId, session)}")
            : NotFound();
    }
}
