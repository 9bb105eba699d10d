using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Tajik.Cleaning;

namespace EgovSites.Platform.Media;

/// <summary>The folders of a library: words that editors sort by, never a place on disk.</summary>
public static class FolderPath
{
    public const int MaxLength = 120;

    private const int MaxDepth = 4;

    /// <summary>
    /// What was typed, with its levels parted by single slashes; or the reason it cannot be a folder.
    /// </summary>
    public static (string Path, Reason? Problem) Read(string typed)
    {
        var levels = Levels(typed);
        var (path, problem) = PlainText.Read(string.Join('/', levels), MaxLength);
        return problem is not null ? ("", problem)
            : levels.Count > MaxDepth ? ("", new Reason("media.folderDepth", MaxDepth))
            : (path, null);
    }

    private static List<string> Levels(string typed) =>
    [
        .. TextHygiene.Normalise(typed).Replace('\\', '/').Split('/')
            .Select(level => string.Join(' ', level.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Trim('.').Trim())
            .Where(level => level.Length > 0),
    ];
}
