using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.HomeBlocks;

/// <summary>The blocks of the site's home page: their order, and those that may be off.</summary>
public sealed class HomeModel(SiteDbContext db, ChangeHome change) : DeskPage
{
    public IReadOnlyList<HomeBlock> Blocks { get; private set; } = [];

    public IReadOnlyList<string> Shown { get; private set; } = [];

    public string Version { get; private set; } = "";

    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    /// <summary>What was pressed over an older state, to be pressed again.</summary>
    public (string Verb, string Block)? Refused { get; private set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>
    /// The block that was moved or hidden just now, and what was pressed: the keyboard goes on from there.
    /// </summary>
    [BindProperty(SupportsGet = true)]
    public string? Moved { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Way { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string? verb, string? block, string? version, CancellationToken cancellation)
    {
        var outcome = verb switch
        {
            "up" => await change.MoveAsync(Actor, version, block ?? "", -1, cancellation),
            "down" => await change.MoveAsync(Actor, version, block ?? "", 1, cancellation),
            "on" => await change.ShowAsync(Actor, version, block ?? "", true, cancellation),
            _ => await change.ShowAsync(Actor, version, block ?? "", false, cancellation),
        };
        if (outcome.IsDone)
        {
            return Redirect(Desk($"/home?done=true&moved={block}&way={verb}"));
        }

        Problems = outcome.Reasons;
        Refused = Problems[0].Key == "blocks.changed" ? (verb ?? "", block ?? "") : null;
        db.ChangeTracker.Clear();
        await LoadAsync(cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var setting = await db.Set<SiteSetting>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Name == SiteSetting.Home, cancellation);
        Version = SiteSetting.VersionOf(setting);
        Blocks = HomeLayout.Ordered(Standard.Home, setting?.Value);
        Shown = HomeLayout.Shown(Standard.Home, setting?.Value);
    }
}
