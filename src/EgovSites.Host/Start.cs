using EgovSites.Host.Demo;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host;

/// <summary>
/// Brings the stores to where requests can be answered: tables, tenants, and the demo in an empty data folder.
/// </summary>
public sealed class Start(
    SiteCheck check, Schema schema, DataFolder folder, PlatformIdentity identity, HostLock held, ClockGuard clock,
    TenantDirectory directory, DemoSites demo, IConfiguration configuration, ILogger<Start> log)
{
    /// <summary>Makes what is missing; <paramref name="report"/> hears of each new site.</summary>
    public async Task RunAsync(Action<int, int, Tenant>? report = null, CancellationToken cancellation = default)
    {
        demo.Check(configuration[DemoSites.Setting] ?? DemoSites.Default);
        var isNew = await OpenCentreAsync(cancellation);
        await clock.LookAsync(cancellation);
        await directory.ReloadAsync(cancellation);
        await MakeSitesAsync(isNew, report, cancellation);
        check.LookBeforeUse();
    }

    /// <summary>Makes a new platform with its portal, and with the agencies asked for, if any were.</summary>
    public async Task InitAsync(Action<int, int, Tenant>? report = null, CancellationToken cancellation = default)
    {
        demo.Check(configuration[DemoSites.Setting] ?? "");
        folder.Make();
        held.Take();
        await schema.CreateHostAsync(cancellation);
        await identity.MarkFolderAsync(cancellation);
        await demo.CreateMissingAsync(configuration[DemoSites.Setting] ?? "", report, cancellation);
    }

    private async Task<bool> OpenCentreAsync(CancellationToken cancellation)
    {
        var isEmpty = folder.IsEmpty;
        folder.Make();
        held.Take();
        var isNew = isEmpty && !await schema.HostExistsAsync(cancellation);
        await (isNew ? schema.CreateHostAsync(cancellation) : schema.EnsureHostAsync(cancellation));
        await identity.MarkFolderAsync(cancellation);
        await WarnOfOwnerAsync(cancellation);
        return isNew;
    }

    private async Task WarnOfOwnerAsync(CancellationToken cancellation)
    {
        if (await schema.IsServedByOwnerAsync(cancellation))
        {
            log.LogWarning(
                "The PostgreSQL role that serves owns the tables: whoever gets its connection can take the wall between the sites down. "
                + "See 'egov database prepare' in docs/operations.md");
        }
    }

    private async Task MakeSitesAsync(bool isNew, Action<int, int, Tenant>? report, CancellationToken cancellation)
    {
        var wanted = configuration[DemoSites.Setting];
        if (directory.All.Count == 0 && !isNew && wanted is null && folder.FirstStart is null)
        {
            throw new InvalidDataException(
                "The central store knows no site. If sites should be here, restore it from a backup; if a first start broke off, say which to make, with --agencies.");
        }

        if (isNew)
        {
            folder.BeginFirstStart(wanted ?? DemoSites.Default);
        }

        // A first start that broke off goes on where it stopped.
        wanted ??= folder.FirstStart;
        if (wanted is not null)
        {
            await demo.CreateMissingAsync(wanted, report, cancellation);
            folder.EndFirstStart();
        }
    }
}
