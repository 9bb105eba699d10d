using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Duties;

/// <summary>The notes of all sites on PostgreSQL, and their end once they were acted on.</summary>
public sealed class DutyNotes(IDbContextFactory<HostDbContext> hosts)
{
    private const int AtOnce = 5000;

    /// <summary>The notes whose moment has come, by tenant; one question, however many sites there are.</summary>
    public async Task<IReadOnlyList<IGrouping<string, DutyNote>>> DueAsync(
        DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        var due = await db.Set<DutyNote>().AsNoTracking().Where(note => note.At <= now).OrderBy(note => note.At)
            .Take(AtOnce).ToListAsync(cancellation);
        return [.. due.GroupBy(note => note.TenantId, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Takes the notes acted on away, by their numbers: what was noted meanwhile stays. What is left to do is noted
    /// anew.
    /// </summary>
    public async Task SettleAsync(IGrouping<string, DutyNote> notes, SiteDuty left, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        db.AddRange(Of(notes.Key, left.OutboxAt, isPlan: false).Concat(Of(notes.Key, left.PlanAt, isPlan: true)));
        await db.SaveChangesAsync(cancellation);
        var numbers = notes.Select(note => note.Id).ToList();
        await db.Set<DutyNote>().Where(note => numbers.Contains(note.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static IEnumerable<DutyNote> Of(string tenantId, DateTimeOffset? at, bool isPlan) =>
        at is { } moment ? [new DutyNote { TenantId = tenantId, At = moment, IsPlan = isPlan }] : [];
}
