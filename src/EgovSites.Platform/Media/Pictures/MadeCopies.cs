namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// The smaller copies of a picture that succeeded: their widths and bytes as WebP, the formats beside it, and the name
/// of the crop.
/// </summary>
public sealed record MadeCopies(IReadOnlyList<int> Widths, IReadOnlyList<long> Bytes, string Formats, string Card)
{
    public static MadeCopies None { get; } = new([], [], "", "");
}
