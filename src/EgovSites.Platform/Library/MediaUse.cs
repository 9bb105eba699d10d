namespace EgovSites.Platform.Library;

/// <summary>An item that mentions a file: in its saved words or facts, and in those languages publicly.</summary>
public sealed record MediaUse(string ItemId, string Title, string Type, IReadOnlyList<string> PublicIn)
{
    public bool IsPublic => PublicIn.Count > 0;
}
