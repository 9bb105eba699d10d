using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>Saves an item's facts and words as a new revision; nothing public changes.</summary>
public sealed class SaveDraft(SiteDbContext db, AuditLog audit, TimeProvider time)
{
    private const int MaxAttempts = 3;

    /// <summary>Saves a new item and gives its id.</summary>
    public Task<(Outcome Outcome, string ItemId)> CreateAsync(
        Actor actor, ContentType type, ItemDraft draft, CancellationToken cancellation = default) =>
        CreateAsync(actor, type, draft, Ids.New(), cancellation);

    /// <summary>
    /// Saves a new item under an id chosen before; the same id again, as from a second click, saves nothing more.
    /// </summary>
    public async Task<(Outcome Outcome, string ItemId)> CreateAsync(
        Actor actor, ContentType type, ItemDraft draft, string id, CancellationToken cancellation = default)
    {
        if (actor.Role < Workflow.LeastToCreate)
        {
            return (Outcome.Refused(new Reason("workflow.role")), "");
        }

        if (await AgainAsync(id, draft, cancellation) is { } again)
        {
            return (again, id);
        }

        var now = time.GetUtcNow();
        var item = new Item
        {
            Id = id,
            Type = type.Name,
            CreatedAt = now,
            CreatedBy = actor.Name,
            CreatedById = actor.EditorId
        };
        db.Add(item);
        db.Add(draft.PutInto(item, actor, now, new Settlement(item, new Dictionary<int, Revision>())));
        audit.Add(db, actor, "create", TitleOf(item), type.Name, item.Id);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (await AgainAsync(id, draft, cancellation) is not { } same)
            {
                throw;
            }

            return (same, id);
        }

        return (Outcome.Done, item.Id);
    }

    // Null where nothing is saved under the id yet. The very same words are a second click; others are a second tab.
    private async Task<Outcome?> AgainAsync(string id, ItemDraft draft, CancellationToken cancellation)
    {
        var saved = await db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == id, cancellation);
        return saved is null ? null
            : saved.Shared.ToJson() == draft.Shared.ToJson()
                && draft.Words.All(pair => (saved.In(pair.Key)?.Fields ?? new FieldValues())
                    .ToJson() == pair.Value.ToJson()) ? Outcome.Done
            : Outcome.Refused(new Reason("save.conflict", saved.ChangedBy));
    }

    /// <summary>
    /// Saves over a known revision; refuses when somebody else saved in between, so that nothing is overwritten
    /// silently.
    /// </summary>
    public async Task<Outcome> UpdateAsync(
        Actor actor, string itemId, ItemDraft draft, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            try
            {
                return await TryUpdateAsync(actor, itemId, draft, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // An approval or a plan may have come in this very moment; another save is found by its revision.
                db.ChangeTracker.Clear();
            }
        }

        return Outcome.Refused(new Reason(VerbCommit.Changed));
    }

    private async Task<Outcome> TryUpdateAsync(
        Actor actor, string itemId, ItemDraft draft, CancellationToken cancellation)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var refusals = draft.Words.Keys.Select(
            culture => Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Save, actor.Role)).OfType<Reason>();
        if (refusals.FirstOrDefault() is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        if (item.Revision != draft.BasedOn)
        {
            return Outcome.Refused(new Reason("save.conflict", item.ChangedBy));
        }

        if (item.Shared.ToJson() != draft.Shared.ToJson())
        {
            CompareReviews(item);
        }

        db.Add(draft.PutInto(item, actor, time.GetUtcNow(), await Settlement.BeginAsync(db, item, cancellation)));
        audit.Add(db, actor, "save", TitleOf(item), itemId: item.Id);
        foreach (var culture in draft.Vouches.Select(vouch => vouch.Culture).Distinct())
        {
            audit.Add(db, actor, "vouch", TitleOf(item), culture, item.Id);
        }

        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    // Facts lie outside the words' rows: without this an approval that comes meanwhile would be one of facts nobody
    // read.
    private void CompareReviews(Item item) =>
        item.Translations.ForEach(words => db.Entry(words).ComplexProperty(row => row.Review)
            .Property(review => review.State).IsModified = true);

    internal static string TitleOf(Item item) =>
        Cultures.All.Select(culture => item.In(culture)?.Title).FirstOrDefault(title => !string.IsNullOrEmpty(title))
            ?? item.Id;
}
