using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Backups;

internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services.AddSingleton<Backup>().AddSingleton<BackupCheck>().AddSingleton<Restore>();
}
