using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Desk;

/// <summary>
/// What waits for this person: reviews they may decide, texts sent back to them, plans that failed or are late.
/// </summary>
public sealed class FlowPanel(SiteDbContext db, CurrentTenant current, TimeProvider time) : IDeskPanel
{
    private const int Count = 8;

    /// <summary>A plan is late when nobody carried it out a minute after its moment.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public sealed record Row(string ItemId, string Culture, string Title, string Word, string Look, DateTimeOffset? At);

    public sealed record Shown(string Slug, IReadOnlyList<Row> Rows);

    public int Order => 20;

    public string Partial => "/Desk/_Flow.cshtml";

    public async Task<object?> ModelAsync(Actor actor, CancellationToken cancellation)
    {
        var (late, me, decides) = (time.GetUtcNow() - Patience, actor.EditorId, actor.Role >= Role.Editor);
        var rows = await db.Set<Translation>().AsNoTracking()
            .Where(words => db.Set<Item>().Any(item => item.Id == words.ItemId && item.BinnedAt == null))
            .Where(words => words.PlanFailedAt != null || words.PublishAt < late || words.WithdrawAt < late
                || (decides && words.Review.SecondLookDueAt != null && (words.Review.UrgentById != null
                    ? words.Review.UrgentById != me
                    : db.Set<Publication>()
                        .Any(row => row.ItemId == words.ItemId && row.Culture == words.Culture
                            && row.PublishedBy != actor.Name)))
                || (decides && words.Review.State == ReviewState.Asked && words.Review.AskedById != me
                    && words.Review.ChangedById != me)
                || (words.Review.State == ReviewState.SentBack
                    && (words.Review.AskedById == me || words.Review.ChangedById == me)))
            .OrderBy(words => words.PlanFailedAt == null).ThenBy(words => words.PublishAt)
            .ThenBy(words => words.Review.SecondLookDueAt == null)
            .Take(Count).ToListAsync(cancellation);
        return new Shown(current.Tenant.Slug, [.. rows.Select(words => RowOf(words, late))]);
    }

    private static Row RowOf(Translation words, DateTimeOffset late)
    {
        var (word, look, at) =
            words.PlanFailedAt is not null ? ("planFailed", "stop", words.PublishAt ?? words.WithdrawAt)
            : words.PublishAt < late || words.WithdrawAt < late
            ? ("planLate", "stop", words.PublishAt ?? words.WithdrawAt)
            : words.Review.SecondLookDueAt is { } due ? ("secondLook", "warn", due)
            : words.Review.State == ReviewState.SentBack ? ("sentBack", "warn", (DateTimeOffset?)null)
            : ("review", "", null);
        return new Row(words.ItemId, words.Culture, words.Title, word, look, at);
    }
}
