using EgovSites.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Accounts;

/// <summary>Answers who may do what where; asked at every request, so that a changed role counts at once.</summary>
public sealed class DeskAccess(IDbContextFactory<HostDbContext> hosts)
{
    /// <summary>The person's role on a tenant, or null: a central administrator has his on all of them.</summary>
    public async Task<Role?> RoleAsync(string editorId, string tenantId, CancellationToken cancellation = default) =>
        RoleIn(await MembershipsAsync(editorId, cancellation), tenantId);

    /// <summary>The same from memberships already read.</summary>
    public static Role? RoleIn(IEnumerable<Membership> memberships, string tenantId) => memberships
        .Where(row => row.TenantId == tenantId || row.TenantId == Membership.Everywhere)
        .Max(row => (Role?)row.Role);

    /// <summary>The ids of the tenants a person works on; <see cref="Membership.Everywhere"/> among them means all.</summary>
    public async Task<IReadOnlyList<Membership>> MembershipsAsync(string editorId, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await db.Memberships.AsNoTracking().Where(row => row.EditorId == editorId).ToListAsync(cancellation);
    }
}
