namespace EgovSites.Platform.Accounts;

/// <summary>
/// What a person is on a site, or at the centre. From the author upwards each does what those below do, and the order
/// is used for comparison; the roles below the author stand beside that ladder, and open only what the table of rights
/// names for them.
/// </summary>
public enum Role
{
    /// <summary>Nothing: somebody signed in who belongs to no site at hand.</summary>
    None = -4,

    /// <summary>Reads and answers citizens' appeals, and nothing else.</summary>
    Officer = -3,

    /// <summary>Reads lists and items of every site for the central team; never appeals, changes nothing.</summary>
    Inspector = -2,

    /// <summary>Translates what was asked of him, and opens nothing else.</summary>
    Translator = -1,

    /// <summary>Writes drafts.</summary>
    Author = 1,

    /// <summary>Publishes and withdraws.</summary>
    Editor = 2,

    /// <summary>Also invites people, empties the bin and answers appeals, on one site.</summary>
    AgencyAdministrator = 3,

    /// <summary>
    /// Writes, publishes and invites on every site, and runs the sites themselves; appeals are not his.
    /// </summary>
    CentralAdministrator = 4,
}
