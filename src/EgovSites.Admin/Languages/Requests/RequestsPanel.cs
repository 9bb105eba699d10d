using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests;

/// <summary>The dashboard's list of requests that wait for this person or were made by them.</summary>
public sealed class RequestsPanel(HostDbContext host, CurrentTenant current, TimeProvider time) : IDeskPanel
{
    private const int Count = 5;

    public sealed record View(string Slug, DateOnly Today, IReadOnlyList<TranslationRequest> Requests);

    public int Order => 20;

    public string Partial => "/Languages/Requests/_Panel.cshtml";

    public async Task<object?> ModelAsync(Actor actor, CancellationToken cancellation)
    {
        var tenant = current.Tenant;
        var rows = await host.Set<TranslationRequest>().AsNoTracking()
            .Where(row => row.TenantId == tenant.Id && RequestTable.Open.Contains(row.State)
                && (row.ToId == actor.EditorId || row.TakenById == actor.EditorId || row.AskedById == actor.EditorId))
            .OrderBy(row => row.Until).ThenBy(row => row.Id).Take(Count).ToListAsync(cancellation);
        return rows.Count == 0 ? null : new View(tenant.Slug, Dates.Today(time), rows);
    }
}
