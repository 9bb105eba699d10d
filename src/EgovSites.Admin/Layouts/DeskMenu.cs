using EgovSites.Platform.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Admin.Layouts;

/// <summary>The back office's own lines in its navigation.</summary>
public static class DeskMenu
{
    private static readonly DeskEntry[] Entries =
    [
        new("media.title", "image", "/media", DeskGroup.Writing, 10),
        new("previews.title", "eye", "/previews", DeskGroup.Writing, 30),
        new("bin.title", "bin", "/bin", DeskGroup.Writing, 40),
        new("board.title", "table", "/translations", DeskGroup.Languages, 10),
        new("requests.title", "chat", "/requests", DeskGroup.Languages, 20),
        new("people.title", "users", "/people", DeskGroup.Site, 40),
        new("audit.title", "log", "/audit", DeskGroup.Site, 50),
        new("sites.title", "globe", "/sites", DeskGroup.Centre, 10),
        new("requests.central", "chat", "/requests", DeskGroup.Centre, 20),
        new("everybody.title", "users", "/people", DeskGroup.Centre, 30),
        new("mail.title", "mail", "/mail", DeskGroup.Centre, 40),
        new("profile.title", "user", "/profile", DeskGroup.Account, 10),
        new("twoFactor.title", "lock", "/profile/two-factor", DeskGroup.Account, 20),
        new("passkeys.title", "key", "/profile/passkeys", DeskGroup.Account, 30),
        new("sessions.title", "users", "/profile/sessions", DeskGroup.Account, 40),
        new("notices.title", "bell", "/profile/notices", DeskGroup.Account, 50),
        new("handbook.title", "book", "/handbook", DeskGroup.Account, 60),
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
