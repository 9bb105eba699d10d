using EgovSites.Platform.Storage.Files;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace EgovSites.Tests.Platform.Storage.Files;

/// <summary>A store of files over a folder of its own.</summary>
public sealed class Shelf(IFileStore store, string folder, S3Server? server) : IAsyncDisposable
{
    public IFileStore Store => store;

    public S3Server Server => server!;

    public static async Task<Shelf> OpenAsync(bool inBucket = true, int timeoutSeconds = 20, int pauseSeconds = 0)
    {
        var folder = Directory.CreateTempSubdirectory("egov-test-").FullName;
        var server = inBucket ? await S3Server.StartAsync() : null;
        return new Shelf(server is null ? new DiskFiles()
            : new S3Files(OptionsOf(server, timeoutSeconds, pauseSeconds), folder), folder, server);
    }

    public string Place(string path) => Path.Combine(folder, path);

    public async Task KeepAsync(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place(path))!);
        await File.WriteAllTextAsync(Place(path), content);
        await store.KeepAsync(Place(path));
    }

    /// <summary>Takes this machine's copies away, as a new machine has none.</summary>
    public void LoseCopies()
    {
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    public async ValueTask DisposeAsync()
    {
        (store as IDisposable)?.Dispose();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(folder, recursive: true);
    }

    private static S3Options OptionsOf(S3Server server, int timeoutSeconds, int pauseSeconds) =>
        new ConfigurationBuilder()
        .AddInMemoryCollection(
            [.. server.Settings.Where(pair => !pair.Key.EndsWith("PauseSeconds", StringComparison.Ordinal)),
            new($"{S3Options.Section}:TimeoutSeconds", $"{timeoutSeconds}"),
            new($"{S3Options.Section}:PauseSeconds", $"{pauseSeconds}")])
        .Build().GetSection(S3Options.Section).Get<S3Options>()!;
}
