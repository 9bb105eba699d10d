namespace EgovSites.Platform.Desk;

/// <summary>The groups of the back office's side navigation, in their order.</summary>
public enum DeskGroup
{
    /// <summary>Above all groups, under no heading.</summary>
    Top,
    Writing,
    Languages,
    Site,
    Centre,

    /// <summary>What is about the person signed in.</summary>
    Account,
}
