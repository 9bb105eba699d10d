namespace EgovSites.Platform.Storage.Files;

/// <summary>Finds what a killed host may have left: files and folders untouched for longer than a day.</summary>
public static class Leftovers
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>The same among the files of a folder, which need not exist.</summary>
    public static IReadOnlyList<string> In(string folder, string tenantFolder) =>
        Among(Directory.Exists(folder) ? Directory.GetFiles(folder) : [], tenantFolder);

    /// <summary>
    /// Of these paths those that are a day older than the newest of them, and than the tenant's newest file beside
    /// their folder. The clock is not asked: one that jumped must delete nothing.
    /// </summary>
    public static IReadOnlyList<string> Among(IEnumerable<string> paths, string tenantFolder)
    {
        var ages = paths.Select(path => (Path: path, At: File.GetLastWriteTimeUtc(path))).ToList();
        if (ages.Count == 0)
        {
            return [];
        }

        var beside = Directory.GetFiles(tenantFolder).Select(File.GetLastWriteTimeUtc);
        var newest = ages.Select(one => one.At).Concat(beside).Max();
        return [.. ages.Where(one => newest - one.At > Age).Select(one => one.Path)];
    }
}
