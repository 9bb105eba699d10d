using EgovSites.Platform.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.BrowserTests.Stories;

/// <summary>One-time links, as the host prints them at its first start and administrators hand them out.</summary>
public static class Invited
{
    /// <summary>The address of a link; an empty site stands for the whole platform.</summary>
    public static async Task<string> ToAsync(string site, Role role, string email)
    {
        var tenant = site.Length > 0 ? BrowserRun.Host.Tenant(site).Id : "";
        var invitations = BrowserRun.Host.Services.GetRequiredService<Invitations>();
        return Invitations.Path + await invitations.CreateAsync(email, tenant, role, "Рустам Назаров", TimeSpan.FromHours(1));
    }
}
