using System.Text.Json.Nodes;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Media;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Publishing;

/// <summary>Makes the public row of a translation: everything reading would otherwise have to work out.</summary>
public static class PublicationWriter
{
    /// <summary>The ids of the pictures and files a publication of this item must know.</summary>
    public static IEnumerable<string> MediaIn(ContentType type, Item item) =>
        type.SharedFields.Where(IsMedia).SelectMany(field => MediaField.IdsOf(item.Shared[field.Name]))
            .Concat(item.Translations.SelectMany(words => BodyLinks.TextsIn(type, words.Fields)).SelectMany(BodyLinks.MediaIn));

    /// <summary>A new public row; <paramref name="media"/> holds at least the files of <see cref="MediaIn"/>, <paramref name="pages"/> where linked items stand.</summary>
    public static Publication Write(
        ContentType type, Item item, Translation translation, string slug, IReadOnlyDictionary<string, MediaFile> media, string who, DateTimeOffset now,
        IReadOnlyDictionary<string, string>? pages = null)
    {
        var culture = translation.Culture;
        var fields = PageFields(type, item, translation, media, BodyLinks.Of(culture, media, pages));
        var title = translation.Fields.Text(FieldNames.Title);
        return new Publication
        {
            ItemId = item.Id,
            Culture = culture,
            Type = type.Name,
            Section = type.Section,
            Slug = slug,
            Title = title,
            Summary = SummaryOf(type, translation),
            Fields = fields,
            ShownAt = item.Shared.Instant(FieldNames.ShownAt) ?? now,
            Deadline = item.Shared.Instant(FieldNames.Deadline),
            StartsAt = item.Shared.Instant(FieldNames.StartsAt),
            EndsAt = EndOf(item.Shared, item.Shared.Instant(FieldNames.StartsAt)),
            Order = (int)(item.Shared.Number(FieldNames.Order) ?? 0),
            SortKey = Alphabet.SortKey(title),
            Topic = item.Shared.Text(FieldNames.Topic) is { Length: > 0 } topic ? topic : null,
            Facets = Facets.Of(type, item.Shared),
            SearchText = SearchTextOf(type, item, translation),
            Revision = item.Revision,
            PublishedAt = now,
            PublishedBy = who,
            UpdatedAt = now,
        };
    }

    /// <summary>Takes over the words of a newer row; the first date of publication stays.</summary>
    public static void Update(Publication present, Publication newer)
    {
        (present.Slug, present.Title, present.Summary, present.Fields) = (newer.Slug, newer.Title, newer.Summary, newer.Fields);
        (present.Deadline, present.StartsAt, present.EndsAt) = (newer.Deadline, newer.StartsAt, newer.EndsAt);
        (present.Order, present.Topic) = (newer.Order, newer.Topic);
        (present.SortKey, present.Facets, present.SearchText, present.Revision) = (newer.SortKey, newer.Facets, newer.SearchText, newer.Revision);
        (present.PublishedBy, present.UpdatedAt, present.ConfirmedAt) = (newer.PublishedBy, newer.UpdatedAt, null);
        present.ShownAt = newer.ShownAt == newer.PublishedAt ? present.ShownAt : newer.ShownAt;
    }

    /// <summary>When an item ends by its facts; an end before the start is a slip, and none.</summary>
    public static DateTimeOffset? EndOf(FieldValues facts, DateTimeOffset? startsAt) =>
        facts.Instant(FieldNames.EndsAt) is { } end && !(end < startsAt) ? end : null;

    private static FieldValues PageFields(ContentType type, Item item, Translation translation, IReadOnlyDictionary<string, MediaFile> media, BodyLinks links)
    {
        var page = new FieldValues();
        foreach (var field in type.Fields.Where(field => field.Name is not (FieldNames.Title or FieldNames.Slug or FieldNames.Summary)))
        {
            var value = field.Localizable ? translation.Fields[field.Name] : item.Shared[field.Name];
            page[field.Name] = value is null ? null
                : IsMedia(field) ? MediaFor(value, media, translation.Culture)
                : FieldTypes.Of(field) is MarkdownField ? JsonValue.Create(MarkdownText.ToHtml(value.GetValue<string>(), links))
                : value.DeepClone();
        }

        return page;
    }

    private static JsonArray MediaFor(JsonNode ids, IReadOnlyDictionary<string, MediaFile> media, string culture) => new(
        [.. MediaField.IdsOf(ids).Where(media.ContainsKey).Select(id => PublishedMedia.Of(media[id], culture))]);

    private static string SummaryOf(ContentType type, Translation translation)
    {
        var summary = translation.Fields.Text(FieldNames.Summary);
        return summary.Length > 0 || !type.Has(FieldNames.Body)
            ? summary
            : Shorten(MarkdownText.ToPlain(translation.Fields.Text(FieldNames.Body)), 200);
    }

    private static string Shorten(string text, int length)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= length ? text : (text.LastIndexOf(' ', length) is > 0 and var space ? text[..space] : TextHygiene.Cut(text, length)) + "…";
    }

    // The exact lower-case words first, so that ҳ can rank above х; then the folded and the Latin forms.
    private static string SearchTextOf(ContentType type, Item item, Translation translation)
    {
        if (!type.Behaviours.Searchable)
        {
            return "";
        }

        var words = string.Join(' ', type.Fields
            .Select(field => (field, value: field.Localizable ? translation.Fields[field.Name] : item.Shared[field.Name]))
            .Where(pair => pair.value is not null)
            .Select(pair => FieldTypes.Of(pair.field).SearchText(pair.field, pair.value!, translation.Culture)));
        return $" {Folding.Fold(words)} {Folding.ToLatin(words)} ";
    }

    private static bool IsMedia(FieldDefinition field) => FieldTypes.Of(field) is MediaField and not ContentPickerField;
}
