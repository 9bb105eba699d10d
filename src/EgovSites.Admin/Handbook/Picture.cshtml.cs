using EgovSites.Platform.Desk;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Handbook;

/// <summary>A picture of the handbook; kept for a day by the browser of whoever is signed in.</summary>
public sealed class PictureModel : DeskPage
{
    public IActionResult OnGet(string language, string name)
    {
        if (Chapters.Picture($"images/{language}/{name}") is not { } picture)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=86400";
        return File(picture, "image/webp");
    }
}
