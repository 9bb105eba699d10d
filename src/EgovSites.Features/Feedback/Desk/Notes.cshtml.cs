using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Desk.Reading;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Feedback.Desk;

public sealed class NotesModel(SiteDbContext db, TimeProvider time, AddNote addNote) : AppealPage(db, time)
{
    public IActionResult OnGet(string id) => Redirect(Desk($"/appeals/{id}"));

    public async Task<IActionResult> OnPostAsync(string id) =>
        await DoneAsync(id, await addNote.RunAsync(Actor, id, Note ?? "", HttpContext.RequestAborted));
}
