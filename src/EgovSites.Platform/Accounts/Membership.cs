namespace EgovSites.Platform.Accounts;

/// <summary>The role of one editor on one tenant; a central administrator's has no tenant.</summary>
public sealed class Membership
{
    /// <summary>Stands for "every tenant" in a central administrator's membership.</summary>
    public const string Everywhere = "*";

    public required string EditorId { get; init; }

    public required string TenantId { get; init; }

    public Role Role { get; set; }
}
