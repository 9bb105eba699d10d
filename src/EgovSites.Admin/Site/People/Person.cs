using EgovSites.Platform.Accounts;

namespace EgovSites.Admin.Site.People;

/// <summary>An account with all that its holder is.</summary>
public sealed record Person(Editor Editor, IReadOnlyList<Membership> Memberships)
{
    public string Name => Editor.FullName.Length > 0 ? Editor.FullName : Editor.Email ?? "";
}
