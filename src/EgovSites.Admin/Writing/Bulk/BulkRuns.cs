using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Bulk;

/// <summary>
/// Keeps and finds what an editor did to many items; another editor's runs do not exist for this one.
/// </summary>
public sealed class BulkRuns(SiteDbContext db, Words words, TimeProvider time)
{
    /// <summary>How long a run can be taken back.</summary>
    public static readonly TimeSpan UndoneWithin = TimeSpan.FromHours(1);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Keeps a run and gives its id; older ones of the same editor go.</summary>
    public async Task<string> KeepAsync(
        Actor actor, BulkAction action, IReadOnlyList<BulkLine> lines, CancellationToken cancellation)
    {
        var (now, old) = (time.GetUtcNow(), time.GetUtcNow() - KeptFor);
        await db.Set<BulkRun>().Where(row => row.EditorId == actor.EditorId && row.At < old)
            .ExecuteDeleteAsync(cancellation);
        var run = new BulkRun
        {
            Id = Ids.New(),
            EditorId = actor.EditorId,
            At = now,
            Action = action,
            Report = BulkRun.Write(lines)
        };
        db.Add(run);
        await db.SaveChangesAsync(cancellation);
        return run.Id;
    }

    public Task<BulkRun?> FindAsync(Actor actor, string? id, CancellationToken cancellation) =>
        db.Set<BulkRun>().SingleOrDefaultAsync(row => row.EditorId == actor.EditorId && row.Id == id, cancellation);

    public bool CanBeUndone(BulkRun run) => run is { UndoneAt: null, Action: not BulkAction.Undo }
        && run.ReadLines().Any(line => line.IsDone) && time.GetUtcNow() - run.At < UndoneWithin;

    /// <summary>Reasons in the editor's words; the run outlives the page that made it.</summary>
    public IReadOnlyList<string> Say(IEnumerable<Reason> reasons) =>
        [.. reasons.Select(reason => words[reason.Key, reason.Arguments].Value).Distinct()];
}
