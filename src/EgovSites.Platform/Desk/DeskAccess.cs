using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Desk;

/// <summary>Answers who is what where; asked at every request, so that a changed role counts at once.</summary>
public sealed class DeskAccess(IDbContextFactory<HostDbContext> hosts)
{
    /// <summary>The person's roles on a tenant, those of the central team among them; none for a stranger.</summary>
    public async Task<IReadOnlyList<Role>> RolesAsync(
        string editorId, string tenantId, CancellationToken cancellation = default) =>
        RolesIn(await MembershipsAsync(editorId, cancellation), tenantId);

    /// <summary>The same from memberships already read.</summary>
    public static IReadOnlyList<Role> RolesIn(IEnumerable<Membership> memberships, string tenantId) =>
    [
        .. memberships.Where(row => row.TenantId == tenantId || row.TenantId == Membership.Everywhere)
            .SelectMany(row => row.Grants()).Distinct().OrderDescending(),
    ];

    /// <summary>
    /// The roles on the site that an address names, null for whoever has none there. A page of no site is open to
    /// everybody who is signed in; only the central team has roles there.
    /// </summary>
    public static IReadOnlyList<Role>? RolesOn(
        IReadOnlyList<Membership> memberships, CurrentTenant current, string? site)
    {
        if (site is null)
        {
            return RolesIn(memberships, Membership.Everywhere);
        }

        // An unknown site leaves the portal as the current tenant, so the name must fit.
        var roles = current.IsKnown && current.Tenant.Slug == site ? RolesIn(memberships, current.Tenant.Id) : [];
        return roles.Count > 0 ? roles : null;
    }

    /// <summary>The highest of them, for verbs on content; null for a stranger.</summary>
    public static Role? RoleIn(IEnumerable<Membership> memberships, string tenantId) =>
        RolesIn(memberships, tenantId).Select(role => (Role?)role).FirstOrDefault();

    /// <summary>
    /// Where a person works and as what; <see cref="Membership.Everywhere"/> among the tenants means all.
    /// </summary>
    public async Task<IReadOnlyList<Membership>> MembershipsAsync(
        string editorId, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await db.Memberships.AsNoTracking().Where(row => row.EditorId == editorId).ToListAsync(cancellation);
    }
}
