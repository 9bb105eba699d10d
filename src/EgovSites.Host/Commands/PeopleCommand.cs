using System.CommandLine;
using EgovSites.Admin.Site.People;
using EgovSites.Host.Commands.Tools;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Sites;

namespace EgovSites.Host.Commands;

/// <summary><c>people list|remove|close</c>: who is what where; takes a membership away, closes an account.</summary>
internal static class PeopleCommand
{
    private static readonly Argument<string> Email = new("email") { Description = "The person's address." };

    public static Command Create()
    {
        var site = new Option<string?>("--site") { Description = "The site to leave; without it, the centre." };
        var list = new Command("list", "List all accounts with what they are.");
        list.SetAction((parsed, cancellation) => WithPeopleAsync(parsed, ListAsync, cancellation));
        var remove = new Command("remove", "Take somebody's membership away.") { Email, site };
        remove.SetAction((parsed, cancellation) =>
            WithPersonAsync(parsed, (people, tenants, person) => TenantOf(tenants, parsed.GetValue(site)) is { } id
            ? people.RemoveAsync(Actor.Platform, person.Editor.Id, id, cancellation)
            : Task.FromResult(Outcome.Refused(new Reason("workflow.gone"))), cancellation));
        var close = new Command(
            "close", "Close somebody's account: no role, session, passkey or invitation is left.") { Email };
        close.SetAction((parsed, cancellation) => WithPersonAsync(
            parsed, (people, _, person) =>
                people.CloseAsync(Actor.Platform, person.Editor.Id, cancellation), cancellation));
        return new Command("people", "List accounts, take memberships away, close accounts.") { list, remove, close };
    }

    private static string? TenantOf(TenantDirectory tenants, string? slug) =>
        slug is null ? Membership.Everywhere : tenants.BySlug(slug)?.Id;

    private static async Task<int> ListAsync(Offboarding people, TenantDirectory tenants, TextWriter output)
    {
        foreach (var person in await people.ListAsync())
        {
            var places = person.Memberships.Select(row =>
                $"{(row.TenantId == Membership.Everywhere ? "all sites" : tenants.ById(row.TenantId)?.Slug ?? "a site that is gone")}: {string.Join(" + ", row.Grants())}");
            await output.WriteLineAsync(
                $"{person.Editor.Email,-36} {(person.Editor.IsClosed ? "closed" : string.Join(", ", places))}");
        }

        return 0;
    }

    private static Task<int> WithPersonAsync(
        ParseResult parsed, Func<Offboarding, TenantDirectory, Person, Task<Outcome>> act,
        CancellationToken cancellation) =>
        WithPeopleAsync(parsed, async (people, tenants, output) =>
        {
            var email = parsed.GetRequiredValue(Email);
            var person = (await people.ListAsync(cancellation: cancellation))
                .FirstOrDefault(one => string.Equals(one.Editor.Email, email, StringComparison.OrdinalIgnoreCase));
            var outcome = person is null ? null : await act(people, tenants, person);
            await output.WriteLineAsync(outcome switch
            {
                null => $"Nobody has the address {email}.",
                { IsDone: true } => "Done; it counts from the next request on.",
                _ when outcome.Reasons[0].Key == "people.last" => "Refused: nobody would be left who can invite.",
                _ => "Refused: there is no such membership, or the account is closed already.",
            });
            return outcome?.IsDone == true ? 0 : 1;
        }, cancellation);

    private static Task<int> WithPeopleAsync(
        ParseResult parsed, Func<Offboarding, TenantDirectory, TextWriter, Task<int>> act,
            CancellationToken cancellation) => Present.WithAsync(
            parsed, (services, output) =>
                act(services.GetRequiredService<Offboarding>(), services.GetRequiredService<TenantDirectory>(), output),
                    cancellation);
}
