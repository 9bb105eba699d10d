using System.Linq.Expressions;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Mail;

/// <summary>Who asked to be written about what.</summary>
public sealed class Notifications(IDbContextFactory<HostDbContext> hosts)
{
    /// <summary>
    /// The members of a tenant with at least a role who asked for this kind; the central team, a member of none, is not
    /// among them.
    /// </summary>
    public Task<IReadOnlyList<Editor>> WhoWantsAsync(
        Notice notice, string tenantId, Role leastRole, CancellationToken cancellation = default) =>
        WhoWantsAsync(notice, row => row.TenantId == tenantId && row.Role >= leastRole, cancellation);

    /// <summary>Those who answer a tenant's appeals and asked for this kind.</summary>
    public Task<IReadOnlyList<Editor>> WhichOfficersWantAsync(
        Notice notice, string tenantId, CancellationToken cancellation = default) =>
        WhoWantsAsync(notice, row => row.TenantId == tenantId
            && (row.IsOfficer || row.Role == Role.Officer || row.Role == Role.AgencyAdministrator), cancellation);

    /// <summary>The central administrators and translators who asked for this kind.</summary>
    public Task<IReadOnlyList<Editor>> WhoWantsAtTheCentreAsync(
        Notice notice, CancellationToken cancellation = default) =>
        WhoWantsAsync(notice, Membership.Everywhere, Role.Translator, cancellation);

    private async Task<IReadOnlyList<Editor>> WhoWantsAsync(
        Notice notice, Expression<Func<Membership, bool>> those, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var members = db.Memberships.Where(those);
        return await db.Users.AsNoTracking()
            .Where(editor => members.Any(row => row.EditorId == editor.Id))
            .Where(editor => db.Set<NoticeChoice>().Any(row => row.EditorId == editor.Id && row.Notice == notice))
            .OrderBy(editor => editor.Id).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Notice>> OfAsync(string editorId, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        return await db.Set<NoticeChoice>().Where(row => row.EditorId == editorId).Select(row => row.Notice)
            .ToListAsync(cancellation);
    }

    /// <summary>Replaces an editor's choices.</summary>
    public async Task ChooseAsync(string editorId, IEnumerable<Notice> wanted, CancellationToken cancellation = default)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Set<NoticeChoice>().Where(row => row.EditorId == editorId).ExecuteDeleteAsync(cancellation);
        db.AddRange(wanted.Distinct().Select(notice => new NoticeChoice { EditorId = editorId, Notice = notice }));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
