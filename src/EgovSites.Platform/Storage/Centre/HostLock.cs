using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage.Centre;

/// <summary>
/// Held by the one host that serves a SQLite data folder; the system lets it go however the process ends.
/// </summary>
public sealed class HostLock(DataFolder folder, IOptions<StorageOptions> options) : IDisposable
{
    public const string FileName = "host.lock";

    private FileStream? _file;

    /// <summary>
    /// Throws <see cref="InvalidDataException"/> when another host serves this folder; on PostgreSQL several may.
    /// </summary>
    public void Take()
    {
        if (options.Value.UsesPostgres)
        {
            return;
        }

        try
        {
            _file ??= new FileStream(folder.In(FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new InvalidDataException(
                $"Another host serves the data folder {folder.Place}, or {FileName} cannot be locked there ({error.Message}). "
                + "Two hosts need PostgreSQL; command verbs may run beside one.", error);
        }
    }

    public void Dispose() => _file?.Dispose();
}
