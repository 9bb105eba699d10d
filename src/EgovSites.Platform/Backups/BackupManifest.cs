using System.Text.Json;

namespace EgovSites.Platform.Backups;

/// <summary>What a copy holds: written last, so that a folder without one is no backup.</summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json";

    /// <summary>The format of this document.</summary>
    public const int Newest = 1;

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required int Format { get; init; }

    /// <summary>The id of the platform whose copy it is.</summary>
    public required string Platform { get; init; }

    public required int Schema { get; init; }

    /// <summary>Nothing that was acknowledged before this moment is missing.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>True when media and appeals' files lie in a bucket, which is to be kept by its own means.</summary>
    public required bool FilesAreInBucket { get; init; }

    public required IReadOnlyList<BackupStore> Stores { get; init; }

    public required IReadOnlyList<BackupFile> Files { get; init; }

    // Restoring writes where a manifest says, and whoever can change a copy can change that.
    private string? Trouble =>
        Platform is null or "" || Stores is null || Files is null || Files.Any(file => file?.Path is null)
            || Stores.Any(store => store?.Path is null)
            ? "it lacks a part."
        : Files.Select(file => file.Path).Concat(Stores.Select(store => store.Path))
            .FirstOrDefault(path => !IsInside(path)) is { } outside
            ? $"{outside} leads out of the folder."
        : !Stores.Any(store => store.Site == "" && store.Trouble == "" && Files.Any(file => file.Path == store.Path))
        ? "it names no central store."
        : null;

    private static bool IsInside(string path) =>
        !Path.IsPathRooted(path) && path.Split('/', '\\').All(part => part is not ("" or "." or ".."));

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    /// <summary>Throws <see cref="InvalidDataException"/> when the folder holds no finished copy.</summary>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            await using var stream = File.OpenRead(file);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Written, cancellation);
            return manifest is not { Format: Newest }
                ? throw new InvalidDataException($"{file} is of a format this program does not read.")
                : manifest.Trouble is { } trouble
                ? throw new InvalidDataException($"{file} is no manifest of ours: {trouble}")
                : manifest;
        }
        catch (Exception error) when (error is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{folder} holds no finished backup: {error.Message}", error);
        }
    }
}

/// <summary>
/// A copied database: its site's slug (the centre's is empty), its path, and its rows by table; or why there is none.
/// </summary>
public sealed record BackupStore(string Site, string Path, IReadOnlyDictionary<string, long> Rows, string Trouble = "");

/// <summary>A copied file, with its size in bytes and its hash in hexadecimal digits.</summary>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
