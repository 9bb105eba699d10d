using EgovSites.Platform.Auditing;
using EgovSites.Platform.Desk.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddSingleton<DeskAccess>().AddSingleton<Invitations>().AddSingleton<SecondStepDuty>()
            .AddSingleton<SecurityLog>().AddRightsTable();
}
