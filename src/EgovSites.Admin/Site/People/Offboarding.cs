using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tajik.Spelling;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Site.People;

/// <summary>
/// The accounts of the whole platform: who is what where; takes memberships away and closes accounts.
/// </summary>
public sealed class Offboarding(
    IDbContextFactory<HostDbContext> hosts, TenantDirectory tenants, SiteDatabases sites, AuditLog audit,
    SecurityLog security, TimeProvider time)
{
    /// <summary>All people whose name or address has the words, by name.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(string words = "", CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var editors = await db.Users.AsNoTracking().ToListAsync(cancellation);
        var memberships = (await db.Memberships.AsNoTracking().ToListAsync(cancellation)).ToLookup(row => row.EditorId);
        var wanted = Folding.Words(words);
        return
        [
            .. editors.Select(editor =>
                new Person(editor, [.. memberships[editor.Id].OrderBy(row => row.TenantId, StringComparer.Ordinal)]))
                .Where(person =>
                    wanted.All(word => Folding.Fold($"{person.Name} {person.Editor.Email}")
                        .Contains(word, StringComparison.Ordinal)))
                .OrderBy(person => Alphabet.SortKey(person.Name), StringComparer.Ordinal)
                .ThenBy(person => person.Editor.Email, StringComparer.Ordinal),
        ];
    }

    /// <summary>Takes one membership away; it counts from the person's next request on.</summary>
    public async Task<Outcome> RemoveAsync(
        Actor actor, string editorId, string tenantId, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        if (await db.Memberships.SingleOrDefaultAsync(row => row.EditorId == editorId
            && row.TenantId == tenantId, cancellation) is not { } membership)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        if (await IsLastAsync(db, membership, cancellation))
        {
            return Outcome.Refused(new Reason("people.last"));
        }

        db.Remove(membership);
        await db.SaveChangesAsync(cancellation);
        var editor = await db.Users.AsNoTracking().SingleAsync(row => row.Id == editorId, cancellation);
        await ForgetInvitationsAsync(db, editor, row => row == tenantId, cancellation);
        await NoteAsync(actor, editor, "remove", [tenantId], cancellation);
        return Outcome.Done;
    }

    /// <summary>
    /// Closes an account: no role, no session, no passkey, no invitation is left. A link of the platform opens it
    /// again.
    /// </summary>
    public async Task<Outcome> CloseAsync(Actor actor, string editorId, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var editor = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == editorId, cancellation);
        if (editor is null || editor.IsClosed)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var memberships = await db.Memberships.Where(row => row.EditorId == editorId).ToListAsync(cancellation);
        foreach (var membership in memberships.Where(row => row.TenantId == Membership.Everywhere))
        {
            if (await IsLastAsync(db, membership, cancellation))
            {
                return Outcome.Refused(new Reason("people.last"));
            }
        }

        await EndAsync(db, editor, cancellation);
        await NoteAsync(actor, editor, "close", [.. memberships.Select(row => row.TenantId)], cancellation);
        return Outcome.Done;
    }

    private async Task EndAsync(HostDbContext db, Editor editor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (now, stamp) = (time.GetUtcNow(), Ids.New());
        await db.Users.Where(row => row.Id == editor.Id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.ClosedAt, now).SetProperty(one => one.SecurityStamp, stamp)
                .SetProperty(one => one.PasswordHash, (string?)null),
            cancellation);
        await db.Memberships.Where(row => row.EditorId == editor.Id).ExecuteDeleteAsync(cancellation);
        await db.Sessions.Where(row => row.EditorId == editor.Id).ExecuteDeleteAsync(cancellation);
        await db.Set<IdentityUserPasskey<string>>().Where(row => row.UserId == editor.Id)
            .ExecuteDeleteAsync(cancellation);
        await ForgetInvitationsAsync(db, editor, _ => true, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // A link kept from before would let the person back in.
    private static async Task ForgetInvitationsAsync(
        HostDbContext db, Editor editor, Func<string, bool> isMeant, CancellationToken cancellation)
    {
        var open = await db.Invitations
            .Where(row => row.UsedAt == null && (row.Email == editor.Email || row.InvitedById == editor.Id))
            .ToListAsync(cancellation);
        db.RemoveRange(open.Where(row => isMeant(row.TenantId)));
        await db.SaveChangesAsync(cancellation);
    }

    // Somebody must be left who can invite.
    private static async Task<bool> IsLastAsync(
        HostDbContext db, Membership membership, CancellationToken cancellation) =>
        membership.Role >= Role.AgencyAdministrator
        && !await db.Memberships.AnyAsync(
            row => row.TenantId == membership.TenantId && row.Role >= Role.AgencyAdministrator
                && row.EditorId != membership.EditorId, cancellation)
        && (membership.TenantId == Membership.Everywhere
            || !await db.Memberships.AnyAsync(row => row.TenantId == Membership.Everywhere
                && row.Role == Role.CentralAdministrator, cancellation));

    // What is done at the centre stands in the log of the portal.
    private async Task NoteAsync(
        Actor actor, Editor editor, string verb, IEnumerable<string> tenantIds, CancellationToken cancellation)
    {
        security.Write(SecurityEvent.Membership, actor.EditorId, $"{SecurityLog.Done}, {verb}");
        var portal = tenants.Portal!.Id;
        foreach (var id in tenantIds.Select(id => id == Membership.Everywhere ? portal : id).Append(portal).Distinct()
            .Where(id => tenants.ById(id) is not null))
        {
            await using var site = sites.Open(id);
            audit.Add(site, actor, verb, editor.FullName.Length > 0 ? editor.FullName
                : editor.Email ?? "", editor.Email ?? "");
            await site.SaveChangesAsync(cancellation);
        }
    }
}
