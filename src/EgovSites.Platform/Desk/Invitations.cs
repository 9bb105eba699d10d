using System.Security.Cryptography;
using System.Text;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Desk;

/// <summary>Makes and finds one-time links; the code itself is shown once and never kept.</summary>
public sealed class Invitations(IDbContextFactory<HostDbContext> hosts, TimeProvider time)
{
    public const string Path = "/admin/invitation/";

    /// <summary>Keeps an invitation and gives the code of its link, <c>/admin/invitation/{code}</c>.</summary>
    public async Task<string> CreateAsync(
        string email, string tenantId, Role role, string invitedBy, TimeSpan life, bool isOfficer = false,
        CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var code = Add(db, email, tenantId, role, invitedBy, life, isOfficer: isOfficer);
        await db.SaveChangesAsync(cancellation);
        return code;
    }

    /// <summary>The same within the caller's context, which saves it.</summary>
    public string Add(
        HostDbContext db, string email, string tenantId, Role role, string invitedBy, TimeSpan life,
        string? invitedById = null, bool isOfficer = false)
    {
        var code = Ids.New();
        db.Invitations.Add(new Invitation
        {
            CodeHash = HashOf(code),
            TenantId = tenantId,
            Role = role,
            IsOfficer = isOfficer,
            Email = email,
            InvitedBy = invitedBy,
            InvitedById = invitedById,
            ExpiresAt = time.GetUtcNow() + life,
        });
        return code;
    }

    /// <summary>The invitation behind a code, or null when it was never made, is used, revoked or too old.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken cancellation = default)
    {
        var (hash, now) = (HashOf(code), time.GetUtcNow());
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await db.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.CodeHash == hash && row.UsedAt == null
                && row.ExpiresAt > now, cancellation);
    }

    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
