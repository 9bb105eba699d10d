using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Publishing.Drafts;

namespace EgovSites.Admin.Writing.Versions;

/// <summary>One language of an item at one moment: the facts that all languages share, and its own words.</summary>
public sealed record ItemState(FieldValues Shared, FieldValues Words)
{
    public static ItemState Of(Revision revision, string language) =>
        new(revision.Shared, Revisions.WordsOf(revision)[language]);

    public static ItemState Of(Item item, string language) =>
        new(item.Shared, item.In(language)?.Fields ?? new FieldValues());

    public JsonNode? this[FieldDefinition field] => field.Localizable ? Words[field.Name] : Shared[field.Name];
}
