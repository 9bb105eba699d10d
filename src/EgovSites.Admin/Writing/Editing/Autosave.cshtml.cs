using EgovSites.Admin.Desk;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Editing;

/// <summary>Where the form's script leaves what is typed every few seconds, and hears who else is there.</summary>
[RequestSizeLimit(LargestPost)]
public sealed class AutosaveModel(SiteDbContext db, WorkingCopies copies, Moments moments) : DeskPage
{
    private const long LargestPost = 4 * 1024 * 1024;

    public sealed record Answer(string? Saved, IReadOnlyList<string> Others, int Revision, string ChangedBy);

    protected override async Task<bool> IsAskedAsync() =>
        (await Service<AskedItems>().CulturesAsync(this, RouteData.Values["id"] as string)).Count > 0;

    public async Task<IActionResult> OnPostAsync(string type, string id, CancellationToken cancellation)
    {
        var item = await db.Set<Item>().AsNoTracking().Where(row => row.Id == id)
            .Select(row => new { row.Type, row.Revision, row.ChangedBy }).SingleOrDefaultAsync(cancellation);
        if (!Ids.IsId(id) || Standard.Type(type) is not { } known || (item is not null && item.Type != type)
            || !Workflow.Allows(Stage.Draft, Verb.Save, Actor.Role))
        {
            return NotFound();
        }

        var form = ItemForm.From(known, Request.Form);
        var copy = await copies.KeepAsync(Actor, type, id, form, Request.Form, cancellation);
        return new JsonResult(new Answer(
            copy.TypedAt is { } at ? moments.Say(at, Culture) : null,
            await copies.OthersAsync(Actor, id, cancellation),
            item?.Revision ?? 0,
            item?.ChangedBy ?? ""));
    }
}
