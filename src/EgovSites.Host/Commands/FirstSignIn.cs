using EgovSites.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Commands;

/// <summary>While nobody can sign in yet, prints a one-time link for the first central administrator.</summary>
internal static class FirstSignIn
{
    public static async Task TellAsync(WebApplication app, string origin, TextWriter output, CancellationToken cancellation)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync(cancellation);
        if (await db.Users.AnyAsync(cancellation))
        {
            return;
        }

        await output.WriteLineAsync($"First sign-in:  {origin}/admin");
    }
}
