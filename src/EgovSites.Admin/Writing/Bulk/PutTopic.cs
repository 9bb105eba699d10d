using System.Text.Json.Nodes;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Bulk;

/// <summary>
/// Gives an item a topic as a draft change, through the same verb as the editor; nothing public changes.
/// </summary>
public sealed class PutTopic(SiteDbContext db, SaveDraft save)
{
    /// <summary>The topics that items of a type can have; none where it has no such field.</summary>
    public static IReadOnlyList<Term> Choices(ContentType? type) =>
        type?.Field(FieldNames.Topic) is { Localizable: false } field && FieldTypes.Of(field) is ChoiceField
            && !field.Setting("multiple") ? ChoiceField.OptionsOf(field) : [];

    public async Task<Outcome> RunAsync(
        Actor actor, ContentType? type, Item item, string topic, CancellationToken cancellation = default)
    {
        var choices = Choices(type);
        return choices.Count == 0 ? Outcome.Refused(new Reason("bulk.noTopic"))
            : choices.All(term => term.Value != topic) ? Outcome.Refused(new Reason("bulk.topicWanted"))
            : item.Shared.Text(FieldNames.Topic) == topic ? Outcome.Refused(new Reason("bulk.sameTopic"))
            : await SaveAsync(actor, item, topic, cancellation);
    }

    /// <summary>Puts back what stood before, unless somebody chose another topic since.</summary>
    public async Task<Outcome> UndoAsync(
        Actor actor, string itemId, BulkLine.TopicChange change, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId && row.BinnedAt == null, cancellation);
        return item is null ? Outcome.Refused(new Reason("workflow.gone"))
            : item.Shared.Text(FieldNames.Topic) != change.After ? Outcome.Refused(new Reason("bulk.topicSince"))
            : await SaveAsync(actor, item, change.Before, cancellation);
    }

    // All languages are named, so that the verb asks whether this editor may save each as it stands.
    private Task<Outcome> SaveAsync(Actor actor, Item item, string topic, CancellationToken cancellation)
    {
        var shared = item.Shared.Copy();
        shared[FieldNames.Topic] = topic.Length > 0 ? JsonValue.Create(topic) : null;
        var words = Cultures.All.ToDictionary(culture => culture, culture => item.In(culture)?.Fields.Copy()
            ?? new FieldValues());
        return save.UpdateAsync(actor, item.Id, new ItemDraft(shared, words, item.Revision), cancellation);
    }
}
