namespace EgovSites.Platform.Accounts;

/// <summary>What a person may do, from least to most; the order is used for comparison.</summary>
public enum Role
{
    /// <summary>Writes drafts.</summary>
    Author = 1,

    /// <summary>Publishes, withdraws and answers appeals.</summary>
    Editor = 2,

    /// <summary>Also invites people and empties the bin, on one site.</summary>
    AgencyAdministrator = 3,

    /// <summary>All of this on every site, and the sites themselves.</summary>
    CentralAdministrator = 4,
}
