using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Desk;

public sealed class DashboardModel(SiteDbContext db, IEnumerable<IDeskPanel> panels, OutboxRetry retry) : DeskPage
{
    private const int ChangesShown = 8;

    /// <summary>From here on a panel stands at the side.</summary>
    private const int Side = 100;

    public sealed record Panel(string Partial, object Model, bool IsAtSide);

    public IReadOnlyList<AuditEntry> Changes { get; private set; } = [];

    /// <summary>Publications that could not be handed over to the portal and wait for somebody.</summary>
    public int SetAside { get; private set; }

    public IReadOnlyList<Panel> Panels { get; private set; } = [];

    public IEnumerable<DeskFigure> Figures =>
        Panels.Select(panel => panel.Model).OfType<IDeskFigure>().Select(model => model.Figure);

    /// <summary>What is written most often: what the portal gathers, dated things first.</summary>
    public IEnumerable<ContentType> NewTypes => Standard.Types
        .Where(type => type.Behaviours.Aggregated).OrderByDescending(type => type.Behaviours.ArchivedByMonth).Take(2);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // Who may not open the log sees here what was done to items, not who was invited.
        var maySeeAll = May("/audit");
        Changes = await db.Set<AuditEntry>().AsNoTracking().Where(entry => maySeeAll || entry.ItemId != null)
            .OrderByDescending(entry => entry.At).Take(ChangesShown).ToListAsync(cancellation);
        SetAside = await db.Set<OutboxMessage>().CountAsync(message => message.SetAsideAt != null, cancellation);
        Panels = await PanelsAsync(cancellation);
    }

    /// <summary>
    /// Tries again what was set aside; for the central team, which knows whether the cause is mended.
    /// </summary>
    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancellation)
    {
        await retry.RunAsync(Tenant, cancellation);
        return Redirect(Desk(""));
    }

    public bool MayRetry => May("", "POST Retry");

    private async Task<List<Panel>> PanelsAsync(CancellationToken cancellation)
    {
        var open = new List<Panel>();
        foreach (var panel in panels.OrderBy(panel => panel.Order))
        {
            if (await panel.ModelAsync(Actor, cancellation) is { } model)
            {
                open.Add(new Panel(panel.Partial, model, panel.Order >= Side));
            }
        }

        return open;
    }
}
