using System.CommandLine;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Host.Commands;

/// <summary>
/// <c>files keep</c>: for the day a bucket is configured, puts into it what so far lies on this machine alone.
/// </summary>
internal static class FilesCommand
{
    // Pieces of unfinished uploads stay behind: they lapse within a day.
    private static readonly string[] Kept = ["media", "appeals"];

    public static Command Create()
    {
        var keep = new Command("keep", "Put every file that lies on this machine alone into the configured store.");
        keep.SetAction((parsed, cancellation) =>
            Present.WithAsync(parsed, (services, output) => RunAsync(services, output, cancellation), cancellation));
        return new Command("files", "Look after pictures, documents and the files of appeals.") { keep };
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var sites = services.GetRequiredService<SiteDatabases>();
        var store = services.GetRequiredService<IFileStore>();
        try
        {
            foreach (var tenant in services.GetRequiredService<TenantDirectory>()
                .All.OrderBy(tenant => tenant.Slug, StringComparer.Ordinal))
            {
                var (known, put) = await KeepAsync(store, sites.FolderOf(tenant.Id), cancellation);
                await output.WriteLineAsync($"{tenant.Slug}: {put} put, {known} there already.");
            }

            return 0;
        }
        catch (FileStoreAwayException error)
        {
            throw new IOException(
                $"{error.Message} {error.InnerException!.Message} Run it again: what was put stays.", error);
        }
    }

    private static async Task<(int Known, int Put)> KeepAsync(
        IFileStore store, string folder, CancellationToken cancellation)
    {
        var (known, put) = (0, 0);
        foreach (var part in Kept)
        {
            foreach (var path in await new DiskFiles().ListAsync(Path.Combine(folder, part), cancellation))
            {
                if (await store.IsKeptAsync(path, cancellation))
                {
                    known++;
                    continue;
                }

                await store.KeepAsync(path, cancellation);
                put++;
            }
        }

        return (known, put);
    }
}
