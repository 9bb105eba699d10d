using System.CommandLine;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Sites;

namespace EgovSites.Host.Commands;

/// <summary>
/// <c>invite</c>: prints a one-time link by which a person sets a password, or gets in again after losing it.
/// </summary>
internal static class InviteCommand
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    // Nobody but the central administrator writes on all sites, and nobody reads the appeals of all.
    private static readonly Role[] AtTheCentre = [Role.CentralAdministrator, Role.Translator, Role.Inspector];

    private static readonly Role[] OnASite =
        [Role.Officer, Role.Translator, Role.Author, Role.Editor, Role.AgencyAdministrator];

    public static Command Create()
    {
        var email = new Argument<string>("email") { Description = "Whom to invite." };
        var site = new Option<string?>("--site") { Description = "The site to work on; without it, all sites." };
        var role = new Option<Role?>(
            "--role")
        {
            Description =
                "What the person may do there; an editor by default, a central administrator on all sites."
        };
        var officer =
            new Option<bool>("--officer") { Description = "The person answers appeals too; on one site only." };
        var command = new Command("invite", "Make a one-time link for a new editor.") { email, site, role, officer };
        command.SetAction((parsed, cancellation) => Present.WithAsync(parsed, (services, output) => RunAsync(
            services, output, parsed.GetRequiredValue(email), parsed.GetValue(site), parsed.GetValue(role),
            parsed.GetValue(officer), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, TextWriter output, string email, string? site, Role? role, bool isOfficer,
        CancellationToken cancellation)
    {
        var directory = services.GetRequiredService<TenantDirectory>();
        email = EmailField.Clean(email);
        if (!EmailField.IsEmail(email))
        {
            throw new InvalidDataException($"'{email}' is not an e-mail address.");
        }

        if (site is not null && directory.BySlug(site) is null)
        {
            throw new InvalidDataException($"There is no site '{site}'.");
        }

        var wanted = role ?? (site is null ? Role.CentralAdministrator : Role.Editor);
        var open = site is null ? AtTheCentre : OnASite;
        if (!open.Contains(wanted) || (isOfficer && site is null))
        {
            throw new InvalidDataException(
                $"{(site is null ? "On all sites" : "On one site")} a person is one of: {string.Join(", ", open)}{(site is null ? "" : ", each of them --officer too")}.");
        }

        var code = await services.GetRequiredService<Invitations>().CreateAsync(
            email,
            site is null ? Membership.Everywhere : directory.BySlug(site)!.Id,
            wanted,
            "EgovSites",
            Life,
            isOfficer,
            cancellation);
        await output.WriteLineAsync($"{Invitations.Path}{code}  (once, within 24 hours)");
        return 0;
    }
}
