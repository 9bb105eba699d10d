using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Desk.Reading;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EgovSites.Features.Feedback.Desk;

public sealed class AttachmentsModel(
    SiteDbContext db, AppealFiles files, AppealReading reading, ILogger<AttachmentsModel> log) : DeskPage
{
    public async Task<IActionResult> OnGetAsync(string id, string file)
    {
        var row = Ids.IsId(id) && Ids.IsId(file)
            ? await db.Set<AppealFile>().AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == file && one.AppealId == id, HttpContext.RequestAborted)
            : null;
        if (row is null)
        {
            return NotFound();
        }

        if (await files.FindAsync(Tenant.Id, row.Id, HttpContext.RequestAborted) is not { } path)
        {
            log.LogError("The file {File} of appeal {Appeal} of {Tenant} is lost", row.Id, id, Tenant.Slug);
            return NotFound();
        }

        var number = await db.Set<Appeal>().Where(one => one.Id == id).Select(one => one.Number)
            .SingleAsync(HttpContext.RequestAborted);
        await reading.NoteAsync(Actor, AppealReading.File, number, HttpContext.RequestAborted);
        // What a stranger sent runs nowhere: it is saved, not shown, and would have no origin if it were.
        Response.Headers.CacheControl = "no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return PhysicalFile(path, row.ContentType, row.Name);
    }
}
