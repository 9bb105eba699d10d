using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>
/// What a translation must not be published with: a machine's words that nobody has read, and paragraphs still in the
/// source's language.
/// </summary>
public static class TranslationCheck
{
    public static IEnumerable<Reason> Of(ContentType type, Item item, string culture)
    {
        if (item.In(culture) is not { } words)
        {
            yield break;
        }

        if (words.IsMachineDraft)
        {
            yield return new Reason("publish.machine", Cultures.NativeName(culture)).At(FieldNames.Title, culture);
        }

        foreach (var field in type.LocalizableFields)
        {
            if (TranslationMark.In(FieldText.Of(words.Fields[field.Name])) is { } mark)
            {
                yield return new Reason("publish.marked", new Localized(field.Label), Cultures.NativeName(culture),
                    mark).At(field.Name, culture);
            }
        }
    }
}
