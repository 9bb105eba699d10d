using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Commands;

/// <summary>While nobody can sign in yet, prints a one-time link for the first central administrator.</summary>
internal static class FirstSignIn
{
    private const string Address = "admin@egovsites.tj";

    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public static async Task TellAsync(WebApplication app, string origin, TextWriter output, CancellationToken cancellation)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync(cancellation);
        if (await db.Users.AnyAsync(cancellation))
        {
            return;
        }

        var code = await app.Services.GetRequiredService<Invitations>()
            .CreateAsync(Address, Membership.Everywhere, Role.CentralAdministrator, "EgovSites", Life, cancellation);
        await output.WriteLineAsync($"First sign-in:  {origin}{Invitations.Path}{code}");
    }
}
