namespace EgovSites.Platform.Content.Reading;

/// <summary>When a field must be filled; a draft may always be incomplete.</summary>
public enum Required
{
    Never,
    Publish,
}
