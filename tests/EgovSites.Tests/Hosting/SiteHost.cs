using EgovSites.Host;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EgovSites.Tests.Hosting;

/// <summary>
/// The real host on a real loopback port with a data folder of its own: the portal and two agencies, so that a leak
/// shows.
/// </summary>
public sealed class SiteHost : IAsyncDisposable
{
    public const string Agency = "finance";
    public const string OtherAgency = "vahdat";

    private readonly TestDatabase _database;
    private readonly SiteHost? _first;
    private WebApplication? _app;
    private IReadOnlyList<KeyValuePair<string, string?>> _given = [];

    private SiteHost(SiteHost? first = null)
    {
        _first = first;
        _database = first?._database ?? new TestDatabase();
    }

    public FixedClock Clock { get; } = new();

    public string DataFolder { get; private init; } = "";

    /// <summary>The connection string; empty on SQLite.</summary>
    public string Database => _database.ConnectionString;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public IServiceProvider Services => _app!.Services;

    /// <summary>
    /// A host with the agencies named. They are copied from a <see cref="FreshPlatform"/>, unless the test is about how
    /// they are made (<paramref name="isMadeHere"/>), in another time or into a bucket of its own.
    /// </summary>
    public static async Task<SiteHost> StartAsync(
        string agencies = $"{Agency},{OtherAgency}", Action<IServiceCollection>? replace = null,
        bool isRealTime = false, S3Server? bucket = null, bool onDisk = false,
        IReadOnlyDictionary<string, string?>? settings = null, bool isMadeHere = false)
    {
        var host = new SiteHost
        {
            DataFolder = Directory.CreateTempSubdirectory("egov-test-").FullName,
            _given = [.. settings ?? new Dictionary<string, string?>()],
        };
        var isCopy = !isMadeHere && !isRealTime && bucket is null && !(onDisk && TestFiles.AreInBucket);
        if (isCopy)
        {
            host._given = [.. host._given, .. await (await FreshPlatform.OfAsync(agencies))
                .CopyAsync(host.DataFolder, host._database)];
        }
        else
        {
            host._given = [.. host._given, .. onDisk ? [] : bucket?.Settings ?? await TestFiles.SettingsAsync()];
            await host._database.CreateAsync();
        }

        try
        {
            await host.BootAsync(isCopy ? "" : agencies, replace, isRealTime);
            return host;
        }
        catch
        {
            // One that is meant not to start leaves nothing behind either.
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Makes a platform, waits until all is handed over, and stops: what is left is whole, and nobody holds it.
    /// </summary>
    internal static async Task<FreshPlatform> MakeFreshAsync(string agencies, S3Server? bucket)
    {
        var host = new SiteHost
        {
            DataFolder = Directory.CreateTempSubdirectory("egov-test-")
            .FullName,
            _given = [.. bucket?.Settings ?? []]
        };
        await host._database.CreateAsync();
        await host.BootAsync(agencies, replace: null, isRealTime: false);
        await host.HandOverAsync();
        await host.StopAsync();
        host._database.LetGo();
        File.Delete(Path.Combine(host.DataFolder, HostLock.FileName));
        return new FreshPlatform(host.DataFolder, host._database, bucket);
    }

    /// <summary>A host on a SQLite data folder that is there already.</summary>
    public static async Task<SiteHost> StartOnAsync(string folder, Action<IServiceCollection>? replace = null)
    {
        var host = new SiteHost { DataFolder = folder };
        await host.BootAsync("", replace, isRealTime: false);
        return host;
    }

    /// <summary>
    /// A second host on the same PostgreSQL database and folder; it leaves both in place when it goes.
    /// </summary>
    public async Task<SiteHost> BesideAsync()
    {
        var host = new SiteHost(this) { DataFolder = DataFolder, _given = _given };
        await host.BootAsync("", replace: null, isRealTime: false);
        return host;
    }

    /// <summary>
    /// Stops the process's host without ceremony and starts another one on the same stores, with other settings if
    /// given.
    /// </summary>
    public async Task RestartAsync(
        Action<IServiceCollection>? replace = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        await StopAsync();
        _given = settings is null ? _given : [.. _given.Where(pair => !settings.ContainsKey(pair.Key)), .. settings];
        await BootAsync("", replace, isRealTime: false);
    }

    public Tenant Tenant(string slug) => Services.GetRequiredService<TenantDirectory>().BySlug(slug)!;

    /// <summary>A scope in which the current tenant is set, as a request has it.</summary>
    public AsyncServiceScope ScopeOf(string slug)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(Tenant(slug));
        return scope;
    }

    public HttpClient Client(bool followsRedirects = false, bool keepsCookies = false) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = followsRedirects,
        UseCookies = keepsCookies,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
    })
    {
        BaseAddress = Address,
    };

    /// <summary>Waits until every outbox has been handed over.</summary>
    public async Task HandOverAsync()
    {
        foreach (var tenant in Services.GetRequiredService<TenantDirectory>().All)
        {
            await Services.GetRequiredService<OutboxRelay>().HandOverAsync(tenant, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_first is not null)
        {
            return;
        }

        await _database.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    private async Task BootAsync(string agencies, Action<IServiceCollection>? replace, bool isRealTime)
    {
        var settings = new Dictionary<string, string?>(_given)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:DataFolder"] = DataFolder,
            ["Storage:Database"] = _database.ConnectionString,
            ["Demo:Agencies"] = agencies.Length > 0 ? agencies : null,
            ["Logging:LogLevel:Default"] = "Error",
        };
        _app = Composition.Build(
            ["--environment", Environments.Production, "--applicationName", "EgovSites.Host"], settings, services =>
        {
            if (!isRealTime)
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            }

            replace?.Invoke(services);
        });
        await _app.Services.GetRequiredService<Start>().RunAsync();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
    }

    private async Task StopAsync()
    {
        if (_app is null)
        {
            return;
        }

        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
