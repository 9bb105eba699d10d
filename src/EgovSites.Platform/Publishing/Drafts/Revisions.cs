using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>Makes revisions of items.</summary>
public static class Revisions
{
    public static Revision Of(Item item, string who, DateTimeOffset now)
    {
        var words = new FieldValues();
        foreach (var translation in item.Translations)
        {
            words[translation.Culture] = JsonNode.Parse(translation.Fields.ToJson());
        }

        return new Revision
        {
            ItemId = item.Id,
            Number = item.Revision,
            Shared = item.Shared.Copy(),
            Translations = words,
            SavedAt = now,
            SavedBy = who,
        };
    }

    /// <summary>The words of a revision by culture; a language it did not have yet is empty.</summary>
    public static IReadOnlyDictionary<string, FieldValues> WordsOf(Revision revision) => Cultures.All.ToDictionary(
        culture => culture,
        culture =>
            revision.Translations[culture] is { } words ? FieldValues.Parse(words.ToJsonString()) : new FieldValues());
}
