using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>Writes a draft over an item, and gives the revision that keeps it.</summary>
internal static class DraftWriting
{
    public static Revision PutInto(
        this ItemDraft draft, Item item, Actor actor, DateTimeOffset now, Settlement settlement)
    {
        item.Revision++;
        if (item.Shared.ToJson() != draft.Shared.ToJson())
        {
            (item.Shared, item.FactsChangedIn) = (draft.Shared.Copy(), item.Revision);
            item.Translations.ForEach(words => Unsettle(words, actor));
        }

        (item.ChangedAt, item.ChangedBy, item.ChangedById) = (now, actor.Name, actor.EditorId);
        foreach (var (culture, words) in draft.Words.Where(pair => pair.Value.Names.Any()
            || item.In(pair.Key) is not null))
        {
            ApplyWords(item, culture, words, actor);
        }

        settlement.Settle(item, draft);
        return Revisions.Of(item, actor.Name, now);
    }

    private static void ApplyWords(Item item, string culture, FieldValues words, Actor actor)
    {
        var translation = item.In(culture);
        if (translation is null)
        {
            translation = new Translation { ItemId = item.Id, Culture = culture };
            item.Translations.Add(translation);
        }
        else if (translation.Fields.ToJson() == words.ToJson())
        {
            return;
        }

        Unsettle(translation, actor);
        translation.Fields = words.Copy();
        translation.Title = words.Text(FieldNames.Title);
        translation.ChangedIn = item.Revision;
    }

    // What was approved was the words of that moment. A question that is still open is about whatever stands there.
    // An editor's plan was made for the words he saw, not for what an author writes afterwards.
    private static void Unsettle(Translation translation, Actor actor)
    {
        translation.Review.ChangedById = actor.EditorId;
        if (actor.Role < Role.Editor)
        {
            translation.PublishAt = null;
        }

        if (translation.Review.State == ReviewState.Approved)
        {
            translation.Review.State = ReviewState.None;
        }
    }
}
