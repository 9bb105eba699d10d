using EgovSites.Host.Demo;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Options;

namespace EgovSites.Host;

/// <summary>Brings the stores to where requests can be answered: tables, tenants, and the demo in an empty data folder.</summary>
public sealed class Start(
    SiteCheck check, Schema schema, TenantDirectory directory, DemoSites demo, IOptions<StorageOptions> storage, IConfiguration configuration)
{
    /// <summary>Makes what is missing; <paramref name="report"/> hears of each new site.</summary>
    public async Task RunAsync(Action<int, int, Tenant>? report = null, CancellationToken cancellation = default)
    {
        var folder = Directory.CreateDirectory(Path.GetFullPath(storage.Value.DataFolder));
        if (!OperatingSystem.IsWindows())
        {
            // Password hashes and citizens' words: for this user alone.
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        await schema.EnsureHostAsync(cancellation);
        await directory.ReloadAsync(cancellation);
        var wanted = configuration["Demo:Agencies"];
        if (directory.All.Count == 0 || wanted is not null)
        {
            await demo.CreateMissingAsync(wanted ?? DemoSites.Default, report, cancellation);
        }

        foreach (var tenant in directory.All)
        {
            await check.RunAsync(tenant, cancellation);
        }
    }
}
