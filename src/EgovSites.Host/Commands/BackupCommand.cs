using System.CommandLine;
using EgovSites.Features.Aggregation;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Backups;
using EgovSites.Platform.Sites;

namespace EgovSites.Host.Commands;

/// <summary><c>backup DIR</c>, <c>verify DIR</c> and <c>restore DIR</c>.</summary>
internal static class BackupCommand
{
    public static IEnumerable<Command> Create() =>
    [
        Verb("backup", "Copy everything into a new folder, while the host runs or not.",
            "The new folder, or one that gets a dated folder.",
            (parsed, place, cancellation) =>
                Present.WithAsync(
                    parsed, (services, output) => BackupAsync(services, output, place, cancellation), cancellation)),
        Verb("verify", "Prove a backup, and tell what was taken in after it.", "The folder of one backup.",
            (parsed, place, cancellation) =>
                Present.WithAnyAsync(parsed, (services, output) => VerifyAsync(services, output, place, cancellation))),
        Verb("restore", "Bring a backup into an empty data folder.", "The folder of one backup.",
            (parsed, place, cancellation) =>
                Present.WithAnyAsync(
                    parsed, (services, output) => RestoreAsync(services, output, place, cancellation))),
    ];

    private static Command Verb(
        string name, string description, string folder, Func<ParseResult, string, CancellationToken, Task<int>> run)
    {
        var place = new Argument<string>("folder") { Description = folder };
        var command = new Command(name, description) { place };
        command.SetAction((parsed, cancellation) => run(parsed, parsed.GetRequiredValue(place), cancellation));
        return command;
    }

    private static async Task<int> BackupAsync(
        IServiceProvider services, TextWriter output, string place, CancellationToken cancellation)
    {
        var (made, manifest) = await services.GetRequiredService<Backup>().RunAsync(place, cancellation);
        await TellAsync(output, made, manifest);
        return manifest.Stores.Any(store => store.Trouble.Length > 0) ? 1 : 0;
    }

    private static async Task<int> VerifyAsync(
        IServiceProvider services, TextWriter output, string place, CancellationToken cancellation)
    {
        var (manifest, troubles) = await BackupCheck.RunAsync(place, cancellation);
        if (troubles.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', troubles));
        }

        await TellAsync(output, place, manifest);
        await output.WriteLineAsync("Every file and every row is as it was copied.");
        foreach (var line in await services.GetRequiredService<BackupCheck>().SinceAsync(manifest, cancellation))
        {
            await output.WriteLineAsync($"Since then {line}");
        }

        return 0;
    }

    private static async Task<int> RestoreAsync(
        IServiceProvider services, TextWriter output, string place, CancellationToken cancellation)
    {
        var manifest = await services.GetRequiredService<Restore>().RunAsync(place, cancellation);
        var reconciler = services.GetRequiredService<HeadlineReconciler>();
        var mended = 0;
        foreach (var tenant in services.GetRequiredService<TenantDirectory>().All)
        {
            mended += await reconciler.RunAsync(tenant, cancellation);
        }

        await TellAsync(output, place, manifest);
        await output.WriteLineAsync(
            $"It is restored; {mended} headlines were mended. What was acknowledged after {manifest.StartedAt:u} may be missing.");
        return 0;
    }

    private static async Task TellAsync(TextWriter output, string place, BackupManifest manifest)
    {
        await output.WriteLineAsync(
            $"{place}: platform {manifest.Platform}, begun {manifest.StartedAt:u}, {manifest.Stores.Count - 1} sites, {manifest.Files.Count} files.");
        foreach (var store in manifest.Stores.Where(store => store.Trouble.Length > 0))
        {
            await output.WriteLineAsync($"NOT COPIED: {store.Site}: {store.Trouble}");
        }

        if (manifest.FilesAreInBucket)
        {
            await output.WriteLineAsync(
                "Pictures, documents and appeals' files lie in the bucket, which is to be copied by its own means.");
        }
    }
}
