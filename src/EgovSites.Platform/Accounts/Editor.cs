using Microsoft.AspNetCore.Identity;

namespace EgovSites.Platform.Accounts;

/// <summary>A person who signs in to the back office.</summary>
public sealed class Editor : IdentityUser
{
    public string FullName { get; set; } = "";

    /// <summary>The culture the back office speaks to this person.</summary>
    public string Culture { get; set; } = Tajik.Cultures.Default;

    /// <summary>True for somebody whom keys of a single letter disturb.</summary>
    public bool HasKeysOff { get; set; }

    /// <summary>
    /// From then on an administrator without a second step opens nothing but his own account; null while nothing is
    /// owed.
    /// </summary>
    public DateTimeOffset? SecondStepDueAt { get; set; }

    /// <summary>When the account was closed; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public bool IsClosed => ClosedAt is not null;
}
