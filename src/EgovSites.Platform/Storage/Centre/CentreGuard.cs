using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage.Centre;

/// <summary>
/// Refuses to write into a central file that was moved, deleted or replaced while it was open: nobody would find it
/// again.
/// </summary>
public sealed class CentreGuard(DataFolder folder, IOptions<StorageOptions> options) : SaveChangesInterceptor
{
    private FileIdentity? _opened;

    /// <summary>Whether the file under the name is the one that was opened; on PostgreSQL always.</summary>
    public bool IsInPlace => _opened is null || FileIdentity.Of(folder.CentralFile) == _opened;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (!IsInPlace)
        {
            throw CentreFaults.Marked(new IOException(
                $"The central file {folder.CentralFile} was moved, deleted or replaced while it was open. Put it back, or restart the host on what is there."));
        }

        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    /// <summary>The file that is there now was checked, and is the one to write to.</summary>
    internal void Remember() => _opened = options.Value.UsesPostgres ? null : FileIdentity.Of(folder.CentralFile);
}
