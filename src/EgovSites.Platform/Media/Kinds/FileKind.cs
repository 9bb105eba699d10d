namespace EgovSites.Platform.Media.Kinds;

/// <summary>What a file is by its content; <c>Extension</c> has no dot.</summary>
public sealed record FileKind(string Extension, string ContentType)
{
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal);
}
