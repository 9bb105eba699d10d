using Microsoft.EntityFrameworkCore.Storage;

namespace EgovSites.Platform.Storage.Sites;

/// <summary>
/// A transaction that had its turn at the tenant's gate; without a commit, disposing it undoes everything.
/// </summary>
public sealed class SiteWrite(IDbContextTransaction transaction, IDisposable turn) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancellation = default) => transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn.Dispose();
        }
    }
}
