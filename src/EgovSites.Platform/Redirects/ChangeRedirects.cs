using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Redirects;

/// <summary>
/// Adds, imports and deletes a site's own redirects; loops, chains, unsafe targets and addresses in use are refused.
/// </summary>
public sealed class ChangeRedirects(
    SiteDbContext db, Standards standards, CurrentTenant current, AuditLog audit, EndpointDataSource endpoints,
    TimeProvider time)
{
    public async Task<Outcome> AddAsync(
        Actor actor, string from, string to, string note, CancellationToken cancellation = default)
    {
        var (text, problem) = PlainText.Read(note, OwnRedirect.MaxNote);
        var taken = (await RulesAsync(cancellation)).Take(from, to);
        var reasons = new[] { RoleProblem(actor), taken.Problem, problem }.OfType<Reason>().ToList();
        if (reasons.Count > 0)
        {
            return Outcome.Refused(reasons);
        }

        db.Add(new OwnRedirect
        {
            From = taken.From,
            To = taken.To,
            Note = text,
            At = time.GetUtcNow(),
            Who = actor.Name
        });
        audit.Add(db, actor, "redirectAdd", taken.From, taken.To);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>What would become of each line; nothing is written.</summary>
    public async Task<IReadOnlyList<RedirectLine>> PreviewAsync(
        IEnumerable<(int Number, string From, string To)> lines, CancellationToken cancellation = default)
    {
        var rules = await RulesAsync(cancellation);
        return [.. lines.Select(
            line => new RedirectLine(line.Number, line.From, line.To, rules.Take(line.From, line.To).Problem))];
    }

    /// <summary>Takes the lines that nothing speaks against, all in one transaction; gives their number.</summary>
    public async Task<(Outcome Outcome, int Count)> ImportAsync(
        Actor actor, IEnumerable<(int Number, string From, string To)> lines, CancellationToken cancellation = default)
    {
        if (RoleProblem(actor) is { } refusal)
        {
            return (Outcome.Refused(refusal), 0);
        }

        var rules = await RulesAsync(cancellation);
        var taken = lines.Select(line => rules.Take(line.From, line.To)).Where(line => line.Problem is null).ToList();
        var now = time.GetUtcNow();
        db.AddRange(
            taken.Select(line => new OwnRedirect { From = line.From, To = line.To, At = now, Who = actor.Name }));
        audit.Add(db, actor, "redirectImport", taken.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await db.SaveChangesAsync(cancellation);
        return (Outcome.Done, taken.Count);
    }

    public async Task<Outcome> DeleteAsync(Actor actor, string from, CancellationToken cancellation = default)
    {
        var row = await db.Set<OwnRedirect>().SingleOrDefaultAsync(one => one.From == from, cancellation);
        if ((RoleProblem(actor) ?? (row is null ? new Reason("workflow.gone") : null)) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        db.Remove(row!);
        audit.Add(db, actor, "redirectDelete", row!.From, row.To);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private static Reason? RoleProblem(Actor actor) => actor.Role < Role.Editor ? new Reason("workflow.role") : null;

    private async Task<RedirectRules> RulesAsync(CancellationToken cancellation)
    {
        var present = await db.Set<OwnRedirect>().AsNoTracking()
            .ToDictionaryAsync(row => row.From, row => row.To, cancellation);
        var rows = await db.Set<Publication>().Select(row => new { row.Culture, row.Section, row.Slug })
            .ToListAsync(cancellation);
        var standard = standards[current.Tenant.Standard];
        return new RedirectRules(
            present,
            rows.Select(row => RedirectRules.Live(row.Culture, row.Section, row.Slug))
                .ToHashSet(StringComparer.Ordinal),
            path => RedirectRules.IsList(standard, path) || IsRoute(path));
    }

    // Pages without anything variable but their language, such as the form for appeals.
    private bool IsRoute(string path) => path.Length > 3 && endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
        .Any(route => route == path || route == "/{culture:culture}" + path[3..]);
}
