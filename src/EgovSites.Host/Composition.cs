using System.Reflection;
using EgovSites.Admin;
using EgovSites.Admin.Layouts;
using EgovSites.Host.Demo;
using EgovSites.Host.Http;
using EgovSites.Host.Http.Guards;
using EgovSites.Host.Http.Pages;
using EgovSites.Host.Keys;
using EgovSites.Platform;
using EgovSites.Platform.Library;
using EgovSites.Platform.Media.Children;
using EgovSites.Platform.Theming.Posters;
using Microsoft.AspNetCore.ResponseCompression;

namespace EgovSites.Host;

/// <summary>Puts the host together: four calls for the parts, then the order in which a request meets them.</summary>
public static class Composition
{
    private static readonly Assembly Theme = Assembly.Load("EgovSites.Theme.Egov");
    private static readonly Assembly Features = Assembly.Load("EgovSites.Features");
    private static readonly Assembly AdminAssembly = Assembly.Load("EgovSites.Admin");

    /// <summary>
    /// SQLite waits for a lock on the thread that asks: a few busy sites must not leave the others without one.
    /// </summary>
    private const int Threads = 64;

    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>The host, ready to start; tests replace services (the clock) last of all.</summary>
    public static WebApplication Build(
        string[] args, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? replace = null)
    {
        ThreadPool.SetMinThreads(Threads, Threads);
        // The settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Host.UseDefaultServiceProvider(
            options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 5000;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            ConnectionShares.Watch(kestrel);
        });
        builder.AddTelemetry();
        AddServices(builder.Services, builder.Configuration);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatform(Theme, Features, AdminAssembly);
        services.AddSingleton(ChildProgram.Of(typeof(Composition).Assembly));
        services.AddAdmin();
        foreach (var feature in FeaturesIn(Features, AdminAssembly))
        {
            feature.AddServices(services);
        }

        services.AddRazorPages(options => options.RootDirectory = "/")
            .AddMvcOptions(options =>
            {
                options.ModelMetadataDetailsProviders.Add(new EmptyWords());
                options.Filters.Add<UnreadForms>();
            });
        services.AddResponseCompression(options =>
        {
            // The only secret-bearing pages are no-store forms without reflected secrets, so BREACH has nothing to
            // find.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "image/svg+xml"];
        });
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<ConnectionShares>().AddPageTimeouts();
        services.AddProxies();
        services.AddHealth();
        services.AddKeys(configuration);
        services.AddSingleton<DemoSites>().AddSingleton<Start>();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseProxies();
        app.UseHealth();
        app.UseMiddleware<OnlyHttps>();
        app.UseMiddleware<PageCacheMiddleware>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<KnownMethods>();
        app.UseMiddleware<FormCharsets>();
        app.UseExceptionHandler(Faults.LastResort);
        app.UseMiddleware<TenantMiddleware>();
        app.UseMiddleware<CultureMiddleware>();
        app.UseMiddleware<SuspensionMiddleware>();
        app.UseResponseCompression();
        app.UseMiddleware<PageKeeping>();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseExceptionHandler(Faults.Handle);
        app.UseMiddleware<OwnRedirects>();
        app.UseRouting();
        app.UsePageTimeouts();
        app.UseMiddleware<BlankAddresses>();
        app.UseAuthentication();
        app.UseDeskCulture();
        app.UseAuthorization();
        app.MapMedia();
        app.MapPosters();
        foreach (var feature in FeaturesIn(Features, AdminAssembly))
        {
            feature.MapEndpoints(app);
        }

        app.MapThemeFiles();
        app.MapRazorPages();
    }

    private static IEnumerable<IFeature> FeaturesIn(params IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsAssignableTo(typeof(IFeature)) && !type.IsAbstract)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (IFeature)Activator.CreateInstance(type)!);
}
