using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>Makes the saved words of one, some or all cultures public: all of them, or none with the reasons.</summary>
public sealed class Publish(
    SiteDbContext db, Standards standards, CurrentTenant current, AuditLog audit, Outbox outbox, OutboxRelay relay,
    PageWeight weight, PlanWatch plans, TimeProvider time)
{
    private const int MaxAttempts = 4;

    public Task<Outcome> RunAsync(
        Actor actor, string itemId, IReadOnlyCollection<string> cultures, CancellationToken cancellation = default) =>
        RunAsync(actor, itemId, cultures, new PublishingTerms(), cancellation);

    public async Task<Outcome> RunAsync(
        Actor actor, string itemId, IReadOnlyCollection<string> cultures, PublishingTerms terms,
        CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, itemId, cultures, terms, cancellation);
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                // Somebody took the address by the same title in the same moment, or withdrew these words: begin again.
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return Outcome.Refused(new Reason(VerbCommit.Changed));
            }
        }
    }

    private async Task<Outcome> TryAsync(
        Actor actor, string itemId, IReadOnlyCollection<string> cultures, PublishingTerms terms,
        CancellationToken cancellation)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null || standards[current.Tenant.Standard].Type(item.Type) is not { } type)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        if (terms.PlannedFor is { } planned && cultures.All(culture => item.In(culture)?.PublishAt != planned))
        {
            // Somebody published, changed or gave up the plan in this very moment.
            return Outcome.Done;
        }

        var ids = PublicationWriter.MediaIn(type, item).ToList();
        var media = await db.Set<MediaFile>().Where(file => ids.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, cancellation);
        var reasons = Refusals(actor, item, type, cultures, terms, media);
        reasons.AddRange(reasons.Count == 0 ? weight.Refusals(type, item, cultures, media) : []);
        if (reasons.Count > 0)
        {
            return Outcome.Refused(reasons);
        }

        var hadFailed = cultures.Any(culture => item.In(culture)!.PlanFailedAt is not null);
        await using var transaction = await db.BeginWriteAsync(cancellation);
        var pages = await LinkedPages.FindAsync(db, standards[current.Tenant.Standard], type, item, cancellation);
        var written = new List<Publication>();
        var present = await db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .Where(row => row.ItemId == item.Id).ToListAsync(cancellation);
        foreach (var culture in cultures)
        {
            written.Add(
                await PublishOneAsync(
                    actor, type, item, item.In(culture)!, present, media, pages, terms, cancellation));
        }

        await PublishedFiles.KeepAsync(db, written, cancellation);

        await ForgetGoneAsync(item.Id, cultures, cancellation);

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        relay.Nudge(current.Tenant.Id);
        if (hadFailed)
        {
            plans.Wake(current.Tenant.Id, time.GetUtcNow());
        }

        return Outcome.Done;
    }

    private static List<Reason> Refusals(
        Actor actor, Item item, ContentType type, IReadOnlyCollection<string> cultures, PublishingTerms terms,
        Dictionary<string, MediaFile> media)
    {
        if (cultures.Count == 0)
        {
            return [new Reason("publish.nothing")];
        }

        var closed = cultures.Select(culture => Workflow.Refusal(type, item, culture, terms.Verb, actor.Role))
            .OfType<Reason>().Distinct().ToList();
        return closed.Count > 0 ? closed
            : [.. PublishCheck.Missing(type, item, cultures), .. MediaCheck.Missing(type, item, media, cultures)];
    }

    private async Task<Publication> PublishOneAsync(
        Actor actor, ContentType type, Item item, Translation translation,
        List<Publication> present, Dictionary<string, MediaFile> media, LinkedPages pages, PublishingTerms terms,
        CancellationToken cancellation)
    {
        // The planned moment is the public date, however late the hand that carried it out.
        var now = terms.PlannedFor ?? time.GetUtcNow();
        var slug = await ChooseSlugAsync(type, item, translation, cancellation);
        var row = PublicationWriter.Write(type, item, translation, slug, media, terms.PlannedFor is null ? actor.Name
            : translation.PlannedBy, now, pages.In(translation.Culture));
        if (present.FirstOrDefault(publication => publication.Culture == translation.Culture) is { } old)
        {
            await KeepFormerSlugAsync(old, slug, cancellation);
            PublicationWriter.Update(old, row);
            Note(old, terms.Notes.GetValueOrDefault(translation.Culture, ""));
            row = old;
        }
        else
        {
            db.Add(row);
        }

        (translation.State, translation.PublishedRevision) = (TranslationState.Published, item.Revision);
        db.CompareState(translation);
        Settle(actor, translation, terms);
        outbox.Add(db, item.Id, translation.Culture);
        audit.Add(db, actor, terms.IsUrgent ? "publishUrgently"
            : "publish", translation.Title, translation.Culture, item.Id);
        return row;
    }

    private void Note(Publication row, string note)
    {
        (row.WithdrawnAt, row.WithdrawnNote) = (null, "");
        if (note.Length > 0)
        {
            (row.UpdateNote, row.NotedAt) = (note, time.GetUtcNow());
        }
    }

    private void Settle(Actor actor, Translation words, PublishingTerms terms)
    {
        (words.PublishAt, words.PlanFailedAt) = (null, null);
        words.Review.State = ReviewState.None;
        words.Review.UrgentById = terms.IsUrgent ? actor.EditorId : null;
        words.Review.SecondLookDueAt = terms.IsUrgent ? time.GetUtcNow() + PublishingTerms.SecondLookWithin : null;
    }

    private async Task ForgetGoneAsync(
        string itemId, IReadOnlyCollection<string> cultures, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<GoneAddress>().Where(row => row.ItemId == itemId && cultures.Contains(row.Culture))
            .ToListAsync(cancellation));

    private async Task<string> ChooseSlugAsync(
        ContentType type, Item item, Translation translation, CancellationToken cancellation)
    {
        var taken = await db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .Where(row => row.Section == type.Section && row.Culture == translation.Culture && row.ItemId != item.Id)
            .Select(row => row.Slug)
            .Where(slug => slug.StartsWith(SlugChooser.Stem(item, translation)))
            .ToListAsync(cancellation);
        return SlugChooser.Choose(item, translation, taken.Contains);
    }

    private async Task KeepFormerSlugAsync(Publication old, string slug, CancellationToken cancellation)
    {
        if (old.Slug == slug)
        {
            return;
        }

        var former = await db.FindAsync<FormerSlug>([db.TenantId, old.Section, old.Slug, old.Culture], cancellation);
        if (former is not null)
        {
            former.ItemId = old.ItemId;
        }
        else
        {
            db.Add(new FormerSlug
            {
                Section = old.Section,
                Slug = old.Slug,
                Culture = old.Culture,
                ItemId = old.ItemId
            });
        }
    }
}
