namespace EgovSites.Platform.Storage.Files;

/// <summary>Keeps files where they lie: on the disk of this machine.</summary>
public sealed class DiskFiles : IFileStore
{
    public Task KeepAsync(string path, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task<bool> IsKeptAsync(string path, CancellationToken cancellation = default) =>
        Task.FromResult(File.Exists(path));

    public Task<bool> BringAsync(string path, CancellationToken cancellation = default) =>
        IsKeptAsync(path, cancellation);

    public Task DeleteAsync(string path, CancellationToken cancellation = default)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<string>>(Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : []);
}
