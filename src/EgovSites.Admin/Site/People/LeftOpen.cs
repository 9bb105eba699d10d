using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.People;

/// <summary>
/// What people who no longer work on a site left open there: preview links, plans, requests for translations.
/// </summary>
public sealed class LeftOpen(
    HostDbContext host, SiteDbContext site, Platform.Publishing.Previewing.Previews previews, Schedule schedule,
    RequestRecord record, TimeProvider time)
{
    /// <summary>One thing; its key says how it is ended.</summary>
    public sealed record Thing(string Key, string Kind, string Title, string Who);

    public async Task<IReadOnlyList<Thing>> FindAsync(CancellationToken cancellation)
    {
        var people = await host.Memberships.AsNoTracking()
            .Where(row => row.TenantId == site.TenantId || row.TenantId == Membership.Everywhere)
            .Join(host.Users, row => row.EditorId, editor => editor.Id, (row, editor) =>
                new { editor.Id, Name = editor.FullName != "" ? editor.FullName : editor.Email! })
            .ToListAsync(cancellation);
        var (ids, names) =
            (people.Select(person => person.Id).ToHashSet(), people.Select(person => person.Name).ToHashSet());
        return [.. await LinksAsync(ids, names, cancellation), .. await PlansAsync(names, cancellation),
            .. await RequestsAsync(ids, cancellation)];
    }

    /// <summary>Ends those of the things that still are there.</summary>
    public async Task EndAsync(Actor actor, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        foreach (var thing in (await FindAsync(cancellation)).Where(thing => keys.Contains(thing.Key)))
        {
            await (thing.Key.Split('.') switch
            {
                ["link", var id] => previews.RevokeAsync(actor, id, cancellation),
                ["plan", var item, var culture] =>
                    schedule.RunAsync(actor, item, culture, new Plan(null, null), cancellation),
                [_, var id] => WithdrawAsync(actor, id, cancellation),
                _ => Task.CompletedTask,
            });
        }
    }

    // Links of older programs know their maker by name only.
    private async Task<IEnumerable<Thing>> LinksAsync(
        HashSet<string> ids, HashSet<string> names, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var open = await site.Set<PreviewLink>().AsNoTracking()
            .Where(link => link.EditorId == null && link.RevokedAt == null && link.ExpiresAt > now)
            .ToListAsync(cancellation);
        return open.Where(link => link.CreatedById.Length > 0 ? !ids.Contains(link.CreatedById)
            : !names.Contains(link.CreatedBy))
            .Select(link => new Thing($"link.{link.Id}", "link", link.Title, link.CreatedBy));
    }

    private async Task<IEnumerable<Thing>> PlansAsync(HashSet<string> names, CancellationToken cancellation)
    {
        var planned = await site.Set<Translation>().AsNoTracking()
            .Where(words => (words.PublishAt != null || words.WithdrawAt != null) && words.PlannedBy != ""
                && words.PlannedBy != Actor.Platform.Name)
            .ToListAsync(cancellation);
        return planned.Where(words => !names.Contains(words.PlannedBy))
            .Select(words => new Thing($"plan.{words.ItemId}.{words.Culture}", "plan", words.Title, words.PlannedBy));
    }

    private async Task<IEnumerable<Thing>> RequestsAsync(HashSet<string> ids, CancellationToken cancellation)
    {
        var open = await host.Set<TranslationRequest>().AsNoTracking()
            .Where(row => row.TenantId == site.TenantId && RequestTable.Open.Contains(row.State))
            .ToListAsync(cancellation);
        return open.Select(row =>
            (row, Who: row.TakenById.Length > 0 ? (Id: row.TakenById, Name: row.TakenBy)
                : (Id: row.ToId, Name: row.To)))
            .Where(pair => !ids.Contains(pair.row.AskedById) || (pair.Who.Id.Length > 0 && !ids.Contains(pair.Who.Id)))
            .Select(pair =>
                new Thing($"request.{pair.row.Id}", "request", pair.row.Subject, ids.Contains(pair.row.AskedById)
                    ? pair.Who.Name : pair.row.AskedBy));
    }

    private async Task WithdrawAsync(Actor actor, string id, CancellationToken cancellation)
    {
        var request = await host.Set<TranslationRequest>().SingleAsync(row => row.Id == id, cancellation);
        (request.State, request.ChangedAt) = (RequestState.Withdrawn, time.GetUtcNow());
        await host.SaveChangesAsync(cancellation);
        await record.AddAsync(actor, request, $"request{RequestVerb.Withdraw}", cancellation);
    }
}
