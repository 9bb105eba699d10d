using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Commands;

/// <summary>While nobody can sign in yet, prints a one-time link for the first central administrator.</summary>
internal static class FirstSignIn
{
    private const string Email = "admin@egov.tj";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static async Task TellAsync(WebApplication app, string origin, TextWriter output, CancellationToken cancellation)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync(cancellation);
        if (await db.Users.AnyAsync(cancellation))
        {
            return;
        }

        var code = await app.Services.GetRequiredService<Invitations>()
            .CreateAsync(Email, Membership.Everywhere, Role.CentralAdministrator, "EgovSites", Life, cancellation: cancellation);
        await output.WriteLineAsync($"First sign-in:  {origin}{Invitations.Path}{code}  (once, within 24 hours)");
    }
}
