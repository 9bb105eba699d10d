using EgovSites.Platform.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Layouts;

/// <summary>The back office's own lines in its navigation.</summary>
public static class DeskMenu
{
    private static readonly DeskEntry[] Entries =
    [
        new("board.title", "table", "/translations", 140),
        new("requests.title", "chat", "/requests", 145),
        new("media.title", "image", "/media", 150),
        new("previews.title", "eye", "/previews", 160),
        new("people.title", "users", "/people", 210),
        new("audit.title", "log", "/audit", 220),
        new("bin.title", "bin", "/bin", 230),
        new("sites.title", "globe", "/sites", 10, IsCentral: true),
        new("requests.central", "chat", "/requests", 20, IsCentral: true),
        new("everybody.title", "users", "/people", 30, IsCentral: true),
        new("mail.title", "mail", "/mail", 90, IsCentral: true),
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
