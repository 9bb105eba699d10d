namespace EgovSites.Platform.Storage.Files;

/// <summary>
/// Keeps tenants' files for good. Each has its place below the tenants' folder of this machine; a store may keep it
/// elsewhere and bring it to its place when it is wanted. What was kept never changes its content.
/// </summary>
public interface IFileStore
{
    /// <summary>
    /// Keeps the file that lies at a place; throws <see cref="FileStoreAwayException"/> when that cannot be promised.
    /// </summary>
    Task KeepAsync(string path, CancellationToken cancellation = default);

    /// <summary>Whether a file of this place is kept, wherever that is.</summary>
    Task<bool> IsKeptAsync(string path, CancellationToken cancellation = default);

    /// <summary>Sees to it that the file lies at its place; false when no such file is kept.</summary>
    Task<bool> BringAsync(string path, CancellationToken cancellation = default);

    /// <summary>Keeps a file no longer, here or elsewhere; one that was never kept is no error.</summary>
    Task DeleteAsync(string path, CancellationToken cancellation = default);

    /// <summary>The places of all kept files below a folder.</summary>
    Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellation = default);
}
