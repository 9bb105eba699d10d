namespace EgovSites.Platform.Theming.Posters;

/// <summary>A text in lines of one size, in pixels; what did not fit was left out after a whole word.</summary>
public sealed record TextBlock(float Size, IReadOnlyList<string> Lines)
{
    /// <summary>From baseline to baseline, as a share of the size.</summary>
    public const float Leading = 1.2f;

    public float Height => Lines.Count * Size * Leading;
}
