using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Accounts;

internal static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }
}
