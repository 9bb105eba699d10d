using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Accounts;

public static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddSingleton<Invitations>();
}
