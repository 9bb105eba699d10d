using EgovSites.Platform.Desk;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Palette;

/// <summary>The palette's search: a page of its own without script, JSON for the dialog.</summary>
public sealed class PaletteModel(PaletteSearch search) : DeskPage
{
    public string Query { get; private set; } = "";

    public IReadOnlyList<Finding> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellation)
    {
        Query = q ?? "";
        Found = await search.FindAsync(this, q, cancellation);
        return Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? new JsonResult(Found) : Page();
    }
}
