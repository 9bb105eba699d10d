namespace EgovSites.Platform.Accounts;

/// <summary>Who does something, and what they may do on the tenant at hand.</summary>
public sealed record Actor(string EditorId, string Name, Role Role)
{
    /// <summary>The platform itself: recipes, schedules and command verbs.</summary>
    public static Actor Platform { get; } = new("", "EgovSites", Role.CentralAdministrator);
}
