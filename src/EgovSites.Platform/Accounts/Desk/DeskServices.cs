using EgovSites.Platform.Auditing;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Accounts.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddSingleton<DeskAccess>().AddSingleton<Invitations>().AddSingleton<SecondStepDuty>().AddSingleton<SecurityLog>();
}
