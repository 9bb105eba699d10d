using System.Text;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Engines;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage;

/// <summary>The folder of databases, media and keys, and what it says about whose it is.</summary>
public sealed class DataFolder(IOptions<StorageOptions> options)
{
    /// <summary>Where the platform's id lies in clear text.</summary>
    public const string IdFile = "platform.id";

    public const string Keys = "keys";
    public const string Tenants = "tenants";

    private const string FirstStartFile = "first-start";

    // A lock is no content, and a fresh disk brings a folder of its own.
    private static readonly string[] Nothing = [HostLock.FileName, "lost+found"];

    public string Place { get; } = Path.GetFullPath(options.Value.DataFolder);

    /// <summary>The central SQLite file; on PostgreSQL there is none.</summary>
    public string CentralFile => In("host.db");

    /// <summary>The id of the platform that this folder belongs to; null in a folder that was never used.</summary>
    public string? PlatformId => File.Exists(In(IdFile)) ? File.ReadAllText(In(IdFile)).Trim() : null;

    /// <summary>True when the folder is absent, or holds nothing but empty folders.</summary>
    public bool IsEmpty => !Directory.Exists(Place) || Directory.EnumerateFileSystemEntries(Place).All(IsNothing);

    /// <summary>True when a platform has lived here: its sites, its keys or its id are left.</summary>
    public bool IsUsed => File.Exists(In(IdFile)) || HasContent(Tenants) || HasContent(Keys);

    public string In(string name) => Path.Combine(Place, name);

    /// <summary>
    /// Makes the folder where there is none, for this user alone: it holds password hashes and citizens' words.
    /// </summary>
    public void Make()
    {
        var folder = Directory.CreateDirectory(Place);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    /// <summary>Which sites a first start was making when it broke off; null when none did.</summary>
    public string? FirstStart => File.Exists(In(FirstStartFile)) ? File.ReadAllText(In(FirstStartFile)) : null;

    /// <summary>Notes which sites a first start is about to make.</summary>
    public void BeginFirstStart(string wanted) => File.WriteAllText(In(FirstStartFile), wanted);

    /// <summary>All of them are made.</summary>
    public void EndFirstStart() => File.Delete(In(FirstStartFile));

    internal async Task KeepIdAsync(string id, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(id + "\n"));
        await DurableFile.WriteAsync(In(IdFile), content, cancellation);
    }

    private static bool IsNothing(string entry) => Nothing.Contains(Path.GetFileName(entry))
        || (Directory.Exists(entry) && !Directory.EnumerateFileSystemEntries(entry).Any());

    private bool HasContent(string name) =>
        Directory.Exists(In(name)) && Directory.EnumerateFileSystemEntries(In(name)).Any();
}
