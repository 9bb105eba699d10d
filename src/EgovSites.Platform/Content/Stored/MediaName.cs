using System.Globalization;
using System.Text.RegularExpressions;

namespace EgovSites.Platform.Content.Stored;

/// <summary>
/// The last part of a file's public address. <c>original</c> is whatever the file is now; every other name belongs to
/// one version and never changes its content: <c>480.webp</c> to the first, <c>v2-480.webp</c> and <c>v2-original</c>
/// to the second.
/// </summary>
public sealed partial record MediaName(int Version, string File)
{
    /// <summary>The name of a file as it is now.</summary>
    public const string Original = "original";

    /// <summary>Null for what is no such name.</summary>
    public static MediaName? Parse(string name) =>
        name == Original ? new MediaName(0, name)
        : Pattern().Match(name) is { Success: true } match ? new MediaName(VersionIn(match), match.Groups["file"].Value)
        : null;

    /// <summary>The name of a version's file.</summary>
    public static string Of(int version, string file) =>
        version == 1 ? file : string.Create(CultureInfo.InvariantCulture, $"v{version}-{file}");

    /// <summary>The name, without its ending, of the crop around a point.</summary>
    public static string Card(int focusX, int focusY) =>
        string.Create(CultureInfo.InvariantCulture, $"card-{focusX}-{focusY}");

    public bool IsNewest => Version == 0;

    public bool IsOriginal => File == Original;

    public string ContentType => File.EndsWith(".avif", StringComparison.Ordinal) ? "image/avif" : "image/webp";

    private static int VersionIn(Match match) =>
        match.Groups["version"] is { Success: true, Value: var number }
            ? int.Parse(number, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex(
        @"^(v(?<version>[1-9][0-9]{0,3})-)?(?<file>original|[0-9]{1,4}\.(webp|avif)|card-[0-9]{1,3}-[0-9]{1,3}\.(webp|avif))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
