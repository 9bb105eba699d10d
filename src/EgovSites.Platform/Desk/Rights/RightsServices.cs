using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Desk.Rights;

public static class RightsServices
{
    /// <summary>Adds rows to the table of rights; each folder with pages of the back office adds its own.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services, IEnumerable<Right> rights)
    {
        foreach (var right in rights)
        {
            services.AddSingleton(right);
        }

        return services;
    }

    internal static IServiceCollection AddRightsTable(this IServiceCollection services) =>
        services.AddSingleton<RightsTable>().AddSingleton<DeskPages>().AddHostedService<RightsCheck>();
}
