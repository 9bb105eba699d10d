using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Files;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Storage;

public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        services.AddDbContextFactory<HostDbContext>(UseHostDatabase);
        services.AddSingleton<SiteDatabases>().AddSingleton<WriterGate>().AddHostedService<IdleSites>();
        services.AddSingleton<Schema>().AddSingleton<DataFolder>().AddSingleton<CentreGuard>()
            .AddSingleton<PlatformIdentity>().AddSingleton<HostLock>();
        services.AddSingleton<ClockGuard>().AddHostedService(provider => provider.GetRequiredService<ClockGuard>());
        services.AddOptions<S3Options>().BindConfiguration(S3Options.Section)
            .Validate(options =>
                options.IsSound,
                    "Storage:S3 needs an Endpoint with scheme, an AccessKey and a SecretKey when its Bucket is set.")
            .ValidateOnStart();
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<IOptions<S3Options>>()
            .Value is { IsConfigured: true } s3
            ? new S3Files(s3, provider.GetRequiredService<SiteDatabases>().TenantsFolder)
            : new DiskFiles());
        services.AddScoped(provider => provider.GetRequiredService<SiteDatabases>()
            .Open(provider.GetRequiredService<CurrentTenant>().Tenant));
        return services;
    }

    private static void UseHostDatabase(IServiceProvider provider, DbContextOptionsBuilder builder)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        builder.AddInterceptors(new CentreFaults(), provider.GetRequiredService<CentreGuard>());
        if (options.UsesPostgres)
        {
            builder.UseNpgsql(Postgres.ConnectionString(options.Database));
        }
        else
        {
            builder.UseSqlite(Sqlite.ConnectionString(provider.GetRequiredService<DataFolder>().CentralFile));
        }
    }
}
