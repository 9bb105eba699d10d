using EgovSites.Platform.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Layouts;

/// <summary>The back office's own lines in its navigation.</summary>
public static class DeskMenu
{
    private static readonly DeskEntry[] Entries =
    [
        new("board.title", "table", "/translations", 140, Role.Author),
        new("requests.title", "chat", "/requests", 145, Role.Author),
        new("media.title", "image", "/media", 150, Role.Author),
        new("previews.title", "eye", "/previews", 160, Role.Author),
        new("people.title", "users", "/people", 210, Role.AgencyAdministrator),
        new("audit.title", "log", "/audit", 220, Role.Author),
        new("bin.title", "bin", "/bin", 230, Role.Author),
        new("sites.title", "globe", "/sites", 10, Role.CentralAdministrator, IsCentral: true),
        new("requests.central", "chat", "/requests", 20, Role.Author, IsCentral: true),
        new("mail.title", "mail", "/mail", 90, Role.CentralAdministrator, IsCentral: true),
    ];

    public static IServiceCollection AddDeskMenu(this IServiceCollection services)
    {
        foreach (var entry in Entries)
        {
            services.AddSingleton(entry);
        }

        return services.AddScoped<SideMenu>();
    }
}
