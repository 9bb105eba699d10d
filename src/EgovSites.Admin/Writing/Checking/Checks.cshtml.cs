using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Checking;

/// <summary>The panel of advice for a form as it is typed now; nothing is saved.</summary>
public sealed class ChecksModel(CheckTexts checks) : DeskPage
{
    public TextChecks Checks { get; private set; } = TextChecks.None;

    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync([FromForm] string? type, CancellationToken cancellation)
    {
        if (Standard.Type(type ?? "") is not { } found)
        {
            return BadRequest();
        }

        Checks = await checks.OfAsync(ItemForm.From(found, Request.Form), Standard, cancellation);
        return Page();
    }
}
