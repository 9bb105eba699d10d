namespace EgovSites.Platform.Content.Items;

/// <summary>Whether somebody else has looked at the newest words.</summary>
public enum ReviewState
{
    None,
    Asked,
    Approved,
    SentBack,
}
