using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>Makes the public row of a translation: everything reading would otherwise have to work out.</summary>
public static class PublicationWriter
{
    private const int SummaryLength = 200;

    /// <summary>The ids of the pictures and files a publication of this item must know.</summary>
    public static IEnumerable<string> MediaIn(ContentType type, Item item) =>
        type.SharedFields.Where(IsMedia).SelectMany(field => MediaField.IdsOf(item.Shared[field.Name]))
            .Concat(item.Translations.SelectMany(words => BodyLinks.TextsIn(type, words.Fields))
                .SelectMany(BodyLinks.MediaIn));

    /// <summary>
    /// A new public row; <paramref name="media"/> holds at least the files of <see cref="MediaIn"/>,
    /// <paramref name="pages"/> where linked items stand.
    /// </summary>
    public static Publication Write(
        ContentType type, Item item, Translation translation, string slug, IReadOnlyDictionary<string, MediaFile> media,
        string who, DateTimeOffset now,
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
            SearchText = SearchTextOf(type, field => ValueOf(field, item, translation), translation.Culture),
            SearchTitle = SearchTitleOf(type, title, item.Shared),
            Revision = item.Revision,
            PublishedAt = now,
            PublishedBy = who,
            UpdatedAt = now,
        };
    }

    /// <summary>Takes over the words of a newer row; the first date of publication stays.</summary>
    public static void Update(Publication present, Publication newer)
    {
        (present.Slug, present.Title, present.Summary, present.Fields) =
            (newer.Slug, newer.Title, newer.Summary, newer.Fields);
        (present.Deadline, present.StartsAt, present.EndsAt) = (newer.Deadline, newer.StartsAt, newer.EndsAt);
        (present.Order, present.Topic) = (newer.Order, newer.Topic);
        (present.SortKey, present.Facets, present.Revision) = (newer.SortKey, newer.Facets, newer.Revision);
        (present.SearchText, present.SearchTitle) = (newer.SearchText, newer.SearchTitle);
        (present.PublishedBy, present.UpdatedAt, present.ConfirmedAt) = (newer.PublishedBy, newer.UpdatedAt, null);
        present.ShownAt = newer.ShownAt == newer.PublishedAt ? present.ShownAt : newer.ShownAt;
    }

    /// <summary>When an item ends by its facts; an end before the start is a slip, and none.</summary>
    public static DateTimeOffset? EndOf(FieldValues facts, DateTimeOffset? startsAt) =>
        facts.Instant(FieldNames.EndsAt) is { } end && !(end < startsAt) ? end : null;

    /// <summary>
    /// Writes anew what a row of an older version is found by; its running texts are there as HTML only.
    /// </summary>
    public static void Refold(ContentType type, Publication row)
    {
        row.SearchTitle = SearchTitleOf(type, row.Title, row.Fields);
        row.SearchText = SearchTextOf(type, field => Kept(field, row), row.Culture);
    }

    private static JsonNode? Kept(FieldDefinition field, Publication row) => field.Name switch
    {
        FieldNames.Title => JsonValue.Create(row.Title),
        FieldNames.Summary => JsonValue.Create(row.Summary),
        _ when FieldTypes.Of(field) is MarkdownField => JsonValue.Create(HtmlText.Of(row.Fields.Text(field.Name))),
        _ => row.Fields[field.Name],
    };

    private static FieldValues PageFields(ContentType type, Item item, Translation translation,
        IReadOnlyDictionary<string, MediaFile> media, BodyLinks links)
    {
        var page = new FieldValues();
        foreach (var field in type.Fields.Where(
            field => field.Name is not (FieldNames.Title or FieldNames.Slug or FieldNames.Summary)))
        {
            var value = ValueOf(field, item, translation);
            page[field.Name] = value is null ? null
                : IsMedia(field) ? MediaFor(value, media, translation.Culture)
                : FieldTypes.Of(field) is MarkdownField
                ? JsonValue.Create(MarkdownText.ToHtml(value.GetValue<string>(), links))
                : value.DeepClone();
        }

        return page;
    }

    private static JsonArray MediaFor(JsonNode ids, IReadOnlyDictionary<string, MediaFile> media, string culture) =>
        new(
        [.. MediaField.IdsOf(ids).Where(media.ContainsKey).Select(id => PublishedMedia.Of(media[id], culture))]);

    private static string SummaryOf(ContentType type, Translation translation)
    {
        var summary = translation.Fields.Text(FieldNames.Summary);
        return summary.Length > 0 || !type.Has(FieldNames.Body)
            ? summary
            : TextHygiene.Shorten(
                OnOneLine(MarkdownText.ToPlain(translation.Fields.Text(FieldNames.Body))), SummaryLength);
    }

    // Two blanks meet where struck-out words were.
    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static JsonNode? ValueOf(FieldDefinition field, Item item, Translation translation) =>
        field.Localizable ? translation.Fields[field.Name] : item.Shared[field.Name];

    private static string SearchTextOf(ContentType type, Func<FieldDefinition, JsonNode?> value, string culture) =>
        type.Behaviours.Searchable
        ? Folding.ForSearch(
            string.Join(' ', type.Fields.Select(field => (field, value: value(field)))
                .Where(pair => pair.value is not null)
            .Select(pair => FieldTypes.Of(pair.field).SearchText(pair.field, pair.value!, culture))))
        : "";

    // A shared text is a number or a sign: whoever asks for it means this item before those that speak of it.
    private static string SearchTitleOf(ContentType type, string title, FieldValues shared) =>
        type.Behaviours.Searchable
        ? Folding.ForSearch(string.Join(' ', type.SharedFields.Where(field => FieldTypes.Of(field) is TextField)
            .Select(field => shared.Text(field.Name)).Prepend(title)))
        : "";

    private static bool IsMedia(FieldDefinition field) => FieldTypes.Of(field) is MediaField and not ContentPickerField;
}
