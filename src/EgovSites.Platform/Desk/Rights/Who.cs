using EgovSites.Platform.Accounts;

namespace EgovSites.Platform.Desk.Rights;

/// <summary>A named choice of roles, as rows of the table of rights name it.</summary>
public sealed class Who(string name, params IReadOnlyList<Role> roles)
{
    private static readonly Role[] Ladder =
        [Role.Author, Role.Editor, Role.AgencyAdministrator, Role.CentralAdministrator];

    /// <summary>Also who is not signed in.</summary>
    public static Who Anybody { get; } = new("anybody");

    /// <summary>Whoever is signed in, member of a site or not: pages about the own account.</summary>
    public static Who SignedIn { get; } = new("signed in");

    /// <summary>Authors and all above them.</summary>
    public static Who Writers { get; } = new("writers", Ladder);

    /// <summary>Those who write, and the central team's inspectors.</summary>
    public static Who Readers { get; } = new("readers", [.. Ladder, Role.Inspector]);

    /// <summary>Those who write, and translators.</summary>
    public static Who Translators { get; } = new("translators", [.. Ladder, Role.Translator]);

    /// <summary>Whoever sees items on the desk, to write, translate or inspect them.</summary>
    public static Who Viewers { get; } = new("viewers", [.. Ladder, Role.Translator, Role.Inspector]);

    public static Who Editors { get; } =
        new("editors", Role.Editor, Role.AgencyAdministrator, Role.CentralAdministrator);

    public static Who Administrators { get; } =
        new("administrators", Role.AgencyAdministrator, Role.CentralAdministrator);

    /// <summary>Those whom citizens' appeals are addressed to; the central team is not among them.</summary>
    public static Who Officers { get; } = new("officers", Role.Officer, Role.AgencyAdministrator);

    public static Who Centre { get; } = new("centre", Role.CentralAdministrator);

    public static Who CentralReaders { get; } = new("central readers", Role.CentralAdministrator, Role.Inspector);

    public static Who CentralTranslators { get; } =
        new("central translators", Role.CentralAdministrator, Role.Translator);

    public string Name => name;

    public IReadOnlyList<Role> Roles => roles;

    public bool Includes(IEnumerable<Role> held) => this == SignedIn || this == Anybody || held.Any(roles.Contains);
}
