namespace EgovSites.Platform.Content.Items;

/// <summary>Where one translation stands; "missing" is the absence of a translation.</summary>
public enum TranslationState
{
    Draft,
    Published,
    Withdrawn,
}
