namespace EgovSites.Platform.Accounts;

/// <summary>A link that lets one person set a password or sign in once; only the hash of its code is kept.</summary>
public sealed class Invitation
{
    public required string CodeHash { get; init; }

    /// <summary>The tenant it opens, or <see cref="Membership.Everywhere"/>.</summary>
    public required string TenantId { get; init; }

    public Role Role { get; init; }

    /// <summary>Lets the person answer appeals beside what the role says.</summary>
    public bool IsOfficer { get; init; }

    public required string Email { get; init; }

    public string InvitedBy { get; init; } = "";

    /// <summary>The editor's id; null when the platform made it, or an older program, which noted names only.</summary>
    public string? InvitedById { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
