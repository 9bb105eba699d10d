using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Media;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing;

/// <summary>Makes the saved words of one, some or all cultures public: all of them, or none with the reasons.</summary>
public sealed class Publish(
    SiteDbContext db, Standards standards, CurrentTenant current, AuditLog audit, Outbox outbox, OutboxRelay relay, PageWeight weight, TimeProvider time)
{
    private const int MaxAttempts = 4;

    public async Task<Outcome> RunAsync(Actor actor, string itemId, IReadOnlyCollection<string> cultures, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, itemId, cultures, cancellation);
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                // Somebody published the same title in the same moment and took the address: choose again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome> TryAsync(Actor actor, string itemId, IReadOnlyCollection<string> cultures, CancellationToken cancellation)
    {
        var item = await db.Set<Item>().Include(row => row.Translations).SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null || standards[current.Tenant.Standard].Type(item.Type) is not { } type)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var reasons = Refusals(actor, item, type, cultures).ToList();
        if (reasons.Count > 0)
        {
            return Outcome.Refused(reasons);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ids = PublicationWriter.MediaIn(type, item).ToList();
        var media = await db.Set<MediaFile>().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellation);
        if (weight.Refusals(type, item, cultures, media) is [_, ..] tooHeavy)
        {
            return Outcome.Refused(tooHeavy);
        }

        var pages = await LinkedPages.FindAsync(db, standards[current.Tenant.Standard], type, item, cancellation);
        var present = await db.Set<Publication>().Where(row => row.ItemId == item.Id).ToListAsync(cancellation);
        foreach (var culture in cultures)
        {
            await PublishOneAsync(actor, type, item, item.In(culture)!, present, media, pages, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        relay.Nudge(current.Tenant.Id);
        return Outcome.Done;
    }

    private static IEnumerable<Reason> Refusals(Actor actor, Item item, ContentType type, IReadOnlyCollection<string> cultures)
    {
        if (cultures.Count == 0)
        {
            return [new Reason("publish.nothing")];
        }

        var closed = cultures.Select(culture => Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Publish, actor.Role)).OfType<Reason>().Distinct().ToList();
        return closed.Count > 0 ? closed : PublishCheck.Missing(type, item, cultures);
    }

    private async Task PublishOneAsync(
        Actor actor, ContentType type, Item item, Translation translation,
        List<Publication> present, Dictionary<string, MediaFile> media, LinkedPages pages, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var slug = await ChooseSlugAsync(type, item, translation, cancellation);
        var row = PublicationWriter.Write(type, item, translation, slug, media, actor.Name, now, pages.In(translation.Culture));
        if (present.FirstOrDefault(publication => publication.Culture == translation.Culture) is { } old)
        {
            await KeepFormerSlugAsync(old, slug, cancellation);
            PublicationWriter.Update(old, row);
        }
        else
        {
            db.Add(row);
        }

        (translation.State, translation.PublishedRevision) = (TranslationState.Published, item.Revision);
        // Who publishes a translation vouches that it says what the original says now.
        translation.MadeFrom = translation.Culture == Cultures.Default ? 0 : item.In(Cultures.Default)?.ChangedIn ?? 0;
        outbox.Add(db, item.Id, translation.Culture);
        audit.Add(db, actor, "publish", translation.Title, translation.Culture, item.Id);
    }

    private async Task<string> ChooseSlugAsync(ContentType type, Item item, Translation translation, CancellationToken cancellation)
    {
        var taken = await db.Set<Publication>()
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
            db.Add(new FormerSlug { Section = old.Section, Slug = old.Slug, Culture = old.Culture, ItemId = old.ItemId });
        }
    }
}
