namespace EgovSites.Platform.Content.Comparison;

/// <summary>What became of a piece of text.</summary>
public enum RunKind
{
    Same,
    Added,
    Removed,
}
