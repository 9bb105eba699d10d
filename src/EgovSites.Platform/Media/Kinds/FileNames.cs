using EgovSites.Platform.Tajik.Cleaning;


namespace EgovSites.Platform.Media.Kinds;

/// <summary>Makes the name that people see of the one a file came with; it is never a path.</summary>
public static class FileNames
{
    private const int LongestEnding = 8;
    private const int LongestSent = 200;

    // What is an ending and not the end of a name: "of 01.02.2026" has none.
    private static readonly HashSet<string> Endings = new(
    [
        "pdf", "jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "heic", "heif", "avif", "bmp", "tif", "tiff",
        "svg",
        "docx", "doc", "docm", "dotx", "xlsx", "xls", "xlsm", "pptx", "ppt", "pptm", "ppsx", "odt", "ods", "odp", "rtf",
        "txt", "text", "log", "md", "csv", "tsv", "html", "htm", "xml", "json", "zip", "rar", "7z", "gz",
        "exe", "com", "bat", "cmd", "scr", "msi", "js", "vbs", "ps1", "sh", "jar", "apk", "lnk", "php",
        "mp4", "mov", "avi", "mkv", "webm", "mp3", "ogg", "wav", "m4a", "3gp",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Without folders, controls and marks that turn its direction, in whole letters, with the ending its content
    /// deserves.
    /// </summary>
    public static string Of(string sent, FileKind kind, int length)
    {
        var name = Clean(sent);
        var ending = Path.GetExtension(name);
        var stem = (ending.Length > 1 && Endings.Contains(ending[1..]) ? name[..^ending.Length] : name).Trim('.', ' ');
        var cut = TextHygiene.Cut(stem, length).TrimEnd('.', ' ');
        return $"{(cut.Length == 0 ? "file" : cut)}.{kind.Extension}";
    }

    /// <summary>The name as it may be kept and shown before anything is known of its content.</summary>
    public static string Sent(string sent)
    {
        var name = Clean(sent);
        var ending = EndingOf(name);
        return name.Length <= LongestSent ? name : TextHygiene.Cut(name[..^ending.Length], LongestSent) + ending;
    }

    /// <summary>
    /// What stands behind the last dot, small and with the dot, where it looks like an ending; else empty.
    /// </summary>
    public static string EndingOf(string name)
    {
        var ending = Path.GetExtension(name);
        return ending.Length is > 1 and <= LongestEnding && ending.Skip(1).All(char.IsAsciiLetterOrDigit)
            && ending.Any(char.IsAsciiLetter)
            ? ending.ToLowerInvariant() : "";
    }

    // Browsers send bare names, other programs whole paths of either system.
    private static string Clean(string sent)
    {
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>')));
        return TextHygiene.Normalise(kept).Replace('\n', ' ').Trim();
    }
}
