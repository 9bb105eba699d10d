namespace EgovSites.Platform.Accounts;

/// <summary>Who does something, and what they may do on the tenant at hand.</summary>
public sealed record Actor(string EditorId, string Name, Role Role, bool IsOfficer = false)
{
    /// <summary>The platform itself: recipes, schedules and command verbs.</summary>
    public static Actor Platform { get; } = new("", "EgovSites", Role.CentralAdministrator);

    /// <summary>Whether citizens' appeals are this person's work.</summary>
    public bool AnswersAppeals => IsOfficer || Role is Role.Officer or Role.AgencyAdministrator;
}
