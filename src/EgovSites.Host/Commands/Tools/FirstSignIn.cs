using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Host.Commands.Tools;

/// <summary>
/// While nobody can sign in yet, hands out a one-time link for the first central administrator: to whoever sits at a
/// terminal, else by a file for this user alone. What is printed elsewhere ends up in logs, which many read and which
/// are kept.
/// </summary>
internal static class FirstSignIn
{
    public const string FileName = "first-sign-in.txt";

    private const string Email = "admin@egov.tj";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static async Task TellAsync(
        WebApplication app, string origin, TextWriter output, CancellationToken cancellation)
    {
        var file = app.Services.GetRequiredService<DataFolder>().In(FileName);
        // What an earlier start wrote is of no more use.
        File.Delete(file);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync(cancellation);
        if (await db.Users.AnyAsync(cancellation))
        {
            return;
        }

        var code = await app.Services.GetRequiredService<Invitations>()
            .CreateAsync(
                Email, Membership.Everywhere, Role.CentralAdministrator, "EgovSites", Life, cancellation: cancellation);
        var link = $"{origin}{Invitations.Path}{code}";
        if (System.Console.IsOutputRedirected)
        {
            await WriteAsync(file, link, cancellation);
            await output.WriteLineAsync($"First sign-in:  the link is in {file}  (once, within 24 hours)");
            return;
        }

        await output.WriteLineAsync($"First sign-in:  {link}  (once, within 24 hours)");
    }

    private static async Task WriteAsync(string path, string link, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new StreamWriter(path, options);
        await file.WriteLineAsync(link.AsMemory(), cancellation);
    }
}
