using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>What binds only on publishing: each missing required field, with the place to mend it.</summary>
public static class PublishCheck
{
    public static IEnumerable<Reason> Missing(ContentType type, Item item, IEnumerable<string> cultures)
    {
        foreach (var field in type.SharedFields.Where(field => field.IsRequired && !item.Shared.Has(field.Name)))
        {
            yield return new Reason("publish.required", new Localized(field.Label)).At(field.Name);
        }

        foreach (var culture in cultures)
        {
            var words = item.In(culture)?.Fields ?? new FieldValues();
            foreach (var field in type.LocalizableFields.Where(field => field.IsRequired && !words.Has(field.Name)))
            {
                yield return new Reason("publish.requiredIn", new Localized(field.Label), Cultures.NativeName(culture))
                    .At(field.Name, culture);
            }

            foreach (var reason in TranslationCheck.Of(type, item, culture))
            {
                yield return reason;
            }
        }
    }
}
