using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.BrowserTests.Stories;

/// <summary>One-time links, as the host prints them at its first start and administrators hand them out.</summary>
public static class Invited
{
    /// <summary>Somebody who answers appeals too, as those who keep a site alone do.</summary>
    public static Task<string> ToSiteAsync(string site, Role role, string email) =>
        ToAsync(BrowserRun.Host.Tenant(site).Id, role, email, isOfficer: true);

    public static Task<string> ToCentreAsync(string email) =>
        ToAsync(Membership.Everywhere, Role.CentralAdministrator, email);

    private static async Task<string> ToAsync(string tenantId, Role role, string email, bool isOfficer = false)
    {
        var invitations = BrowserRun.Host.Services.GetRequiredService<Invitations>();
        return Invitations.Path
            + await invitations.CreateAsync(email, tenantId, role, "Рустам Назаров", TimeSpan.FromHours(1), isOfficer);
    }
}
