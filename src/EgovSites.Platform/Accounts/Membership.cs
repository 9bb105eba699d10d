namespace EgovSites.Platform.Accounts;

/// <summary>What one editor is on one tenant; that of the central team has no tenant.</summary>
public sealed class Membership
{
    /// <summary>Stands for "every tenant" in the memberships of the central team.</summary>
    public const string Everywhere = "*";

    public required string EditorId { get; init; }

    public required string TenantId { get; init; }

    public Role Role { get; set; }

    /// <summary>Answers appeals as well as doing what the role says.</summary>
    public bool IsOfficer { get; set; }

    /// <summary>
    /// What the membership grants. Older programs wrote a central translator down as an author of every site.
    /// </summary>
    public IEnumerable<Role> Grants() => (TenantId, Role, IsOfficer) switch
    {
        (Everywhere, Role.Author, _) => [Role.Translator],
        (Everywhere, _, _) or (_, _, false) => [Role],
        _ => [Role, Role.Officer],
    };
}
