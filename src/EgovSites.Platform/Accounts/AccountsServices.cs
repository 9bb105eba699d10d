using EgovSites.Platform.Accounts.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Accounts;

public static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddRightsTable();
    }
}
