using System.CommandLine;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Commands;

/// <summary><c>invite</c>: prints a one-time link by which a person sets a password, or gets in again after losing it.</summary>
internal static class InviteCommand
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static Command Create()
    {
        var email = new Argument<string>("email") { Description = "Whom to invite." };
        var site = new Option<string?>("--site") { Description = "The site to work on; without it, all sites." };
        var role = new Option<Role?>("--role") { Description = "What the person may do there; an editor by default, a central administrator on all sites." };
        var command = new Command("invite", "Make a one-time link for a new editor.") { email, site, role };
        command.SetAction((parsed, cancellation) => Present.WithAsync(
            parsed, (services, output) => RunAsync(services, output, parsed.GetRequiredValue(email), parsed.GetValue(site), parsed.GetValue(role), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, TextWriter output, string email, string? site, Role? role, CancellationToken cancellation)
    {
        var directory = services.GetRequiredService<TenantDirectory>();
        if (site is not null && directory.BySlug(site) is null)
        {
            throw new InvalidDataException($"There is no site '{site}'.");
        }

        var code = await services.GetRequiredService<Invitations>().CreateAsync(
            email,
            site is null ? Membership.Everywhere : directory.BySlug(site)!.Id,
            role ?? (site is null ? Role.CentralAdministrator : Role.Editor),
            "EgovSites",
            Life,
            cancellation);
        await output.WriteLineAsync($"{Invitations.Path}{code}  (once, within 24 hours)");
        return 0;
    }
}
