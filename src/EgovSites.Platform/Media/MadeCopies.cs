namespace EgovSites.Platform.Media;

/// <summary>The smaller copies of a picture that succeeded: their widths, the formats beside WebP, and the name of the crop.</summary>
public sealed record MadeCopies(IReadOnlyList<int> Widths, string Formats, string Card)
{
    public static MadeCopies None { get; } = new([], "", "");
}
