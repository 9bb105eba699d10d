using EgovSites.Host;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Benchmarks;

/// <summary>
/// The host inside this process, for what has to be filled or signed in to by its own services; one agency and the
/// portal.
/// </summary>
internal sealed class OwnHost(WebApplication app, DataFolder data) : IAsyncDisposable
{
    public const string Agency = "finance";

    public IServiceProvider Services => app.Services;

    public Tenant Tenant => Services.GetRequiredService<TenantDirectory>().BySlug(Agency)!;

    public int Port => new Uri(app.Urls.First()).Port;

    /// <summary><paramref name="change"/> takes services away that would work beside what is measured.</summary>
    public static async Task<OwnHost> StartAsync(Action<IServiceCollection>? change = null)
    {
        var data = new DataFolder();
        var settings = new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:DataFolder"] = data.Path,
            ["Demo:Agencies"] = Agency,
            ["Logging:LogLevel:Default"] = "Error",
        };
        var app = Composition.Build(
            ["--environment", Environments.Production, "--applicationName", "EgovSites.Host"], settings, change);
        await app.Services.GetRequiredService<Start>().RunAsync();
        await app.StartAsync();
        return new OwnHost(app, data);
    }

    public async Task<BenchEditor> SignInAsync()
    {
        var client = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false })
        { BaseAddress = new Uri(app.Urls.First()) };
        var editor = new BenchEditor(client);
        var link = Invitations.Path + await Services.GetRequiredService<Invitations>()
            .CreateAsync("bench@example.tj", Tenant.Id, Role.Editor, "bench", TimeSpan.FromHours(1));
        await editor.PostAsync(link, await editor.GetAsync(link), ("FullName", "Bench"), ("Language", "tg"),
            ("Password", "a long enough password"));
        return editor;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
    }
}
