using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Palette;

/// <summary>Lists the keys of the desk; those of a single letter can be turned off (WCAG 2.1.4).</summary>
public sealed class KeysModel(UserManager<Editor> editors) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public async Task<IActionResult> OnPostAsync(bool off)
    {
        Editor.HasKeysOff = off;
        await editors.UpdateAsync(Editor);
        return Redirect("/admin/keys?done=true");
    }
}
