namespace EgovSites.Platform.Publishing.Files;

/// <summary>What a stranger finds at the address of a library's file.</summary>
public enum FileStanding
{
    /// <summary>Nothing public names it: there is no such address.</summary>
    Unnamed,

    /// <summary>A page that visitors see names it, or the menu or a redirect does.</summary>
    Public,

    /// <summary>It went with a page that was withdrawn as published in error.</summary>
    Withdrawn,
}
