namespace EgovSites.Platform.Media;

/// <summary>What a file is by its content; <c>Extension</c> has no dot.</summary>
public sealed record FileKind(string Extension, string ContentType)
{
    public bool IsPresentation => Extension is "pptx" or "odp";

    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}
