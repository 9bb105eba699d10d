using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Checks;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Publishing.Files;

/// <summary>
/// What pictures and files must have before they are published: descriptions in each language, and a place outside the
/// bin.
/// </summary>
public static class MediaCheck
{
    /// <summary>
    /// Each failing with the field to mend it at; <paramref name="media"/> holds the files of
    /// <see cref="PublicationWriter.MediaIn"/>.
    /// </summary>
    public static IEnumerable<Reason> Missing(
        ContentType type, Item item, IReadOnlyDictionary<string, MediaFile> media,
        IReadOnlyCollection<string> cultures) =>
        OfFields(type, item, media, cultures)
            .Concat(cultures.SelectMany(culture => OfTexts(type, item, media, culture)));

    private static IEnumerable<Reason> OfFields(
        ContentType type, Item item, IReadOnlyDictionary<string, MediaFile> media,
        IReadOnlyCollection<string> cultures) =>
        from field in type.SharedFields
        where FieldTypes.Of(field) is MediaField and not ContentPickerField
        from id in MediaField.IdsOf(item.Shared[field.Name])
        where media.ContainsKey(id)
        from reason in Missing(media[id], FieldTypes.Of(field) is FileField, cultures)
        select reason.At(field.Name);

    private static IEnumerable<Reason> OfTexts(
        ContentType type, Item item, IReadOnlyDictionary<string, MediaFile> media, string culture) =>
        from field in type.LocalizableFields
        where FieldTypes.Of(field) is MarkdownField
        let text = item.In(culture)?.Fields.Text(field.Name) ?? ""
        from reason in Binned(text, media).Concat(ContentChecks.OfDescriptions(text, culture, media))
        select reason.At(field.Name, culture);

    private static IEnumerable<Reason> Binned(string text, IReadOnlyDictionary<string, MediaFile> media) =>
        BodyLinks.MediaIn(text).Select(media.GetValueOrDefault).OfType<MediaFile>()
            .Where(file => file.BinnedAt is not null)
            .Select(file => new Reason("media.binned", file.FileName));

    private static IEnumerable<Reason> Missing(MediaFile file, bool isDocument, IReadOnlyCollection<string> cultures) =>
        file.BinnedAt is not null ? [new Reason("media.binned", file.FileName)]
        : isDocument ? []
        : cultures.Where(culture => !file.IsDescribedIn(culture))
            .Select(culture => new Reason("media.altMissing", Cultures.NativeName(culture)));
}
