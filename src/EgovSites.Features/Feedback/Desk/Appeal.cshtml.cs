using EgovSites.Features.Feedback.Desk.Reading;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Feedback.Desk;

public sealed class AppealModel(SiteDbContext db, TimeProvider time) : AppealPage(db, time)
{
    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(id);
}
