using System.Globalization;
using System.Text;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Media;

namespace EgovSites.Platform.Publishing.Files;

/// <summary>
/// Weighs an item's page in one language: its words, its picture and the pictures of its text, as a browser fetches
/// them.
/// </summary>
public sealed class PageWeight(MediaFolder folders)
{
    // What a desk screen takes among the copies; a phone takes less.
    private const int ShownWidth = 960;

    /// <summary>
    /// The weight of words and of the pictures of fields; a picture that stands twice is fetched once.
    /// </summary>
    public Weight Of(IEnumerable<string> texts, IEnumerable<(string Field, MediaFile File)> pictures)
    {
        var weighed = pictures.Where(one => one.File.IsPicture).DistinctBy(one => one.File.Id)
            .Select(one => (one.Field, one.File, Bytes: BytesOf(one.File))).ToList();
        var heaviest = weighed.Count == 0 ? default : weighed.MaxBy(one => one.Bytes);
        return new Weight(texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text))
            + weighed.Sum(one => one.Bytes), heaviest.File?.FileName, heaviest.Bytes, heaviest.Field);
    }

    /// <summary>
    /// Why an item is too heavy to be published in some languages, with the picture to replace; nothing when it is not.
    /// </summary>
    public IReadOnlyList<Reason> Refusals(
        ContentType type, Item item, IEnumerable<string> cultures, IReadOnlyDictionary<string, MediaFile> media) =>
        [.. cultures.Select(culture => Refusal(Of(type, item, culture, media), type, culture)).OfType<Reason>()];

    private Weight Of(ContentType type, Item item, string culture, IReadOnlyDictionary<string, MediaFile> media)
    {
        var words = item.In(culture)?.Fields ?? new FieldValues();
        var own = type.Field(FieldNames.Picture) is null ? []
            : MediaField.IdsOf(item.Shared[FieldNames.Picture]).Select(id => (Field: FieldNames.Picture, Id: id));
        var inText = type.LocalizableFields.Where(field => FieldTypes.Of(field) is MarkdownField)
            .SelectMany(field => BodyLinks.MediaIn(words.Text(field.Name)).Select(id => (Field: field.Name, Id: id)));
        return Of(BodyLinks.TextsIn(type, words), own.Concat(inText).Where(one => media.ContainsKey(one.Id))
            .Select(one => (one.Field, media[one.Id])));
    }

    private static Reason? Refusal(Weight weight, ContentType type, string culture)
    {
        if (!weight.IsTooHeavy || weight.Heaviest is null)
        {
            return null;
        }

        var reason = new Reason("publish.tooHeavy", new Size(weight.Bytes), new Size(Weight.Limit), weight.Heaviest,
            new Size(weight.HeaviestBytes));
        return type.Field(weight.Field!) is { Localizable: false } ? reason.At(weight.Field!)
            : reason.At(weight.Field!, culture);
    }

    private long BytesOf(MediaFile file)
    {
        var widths = file.WidthList.ToList();
        if (widths.Count == 0)
        {
            return file.Bytes;
        }

        var shown = widths.FindIndex(width => width >= ShownWidth) is >= 0 and var wide ? wide : widths.Count - 1;
        return file.CopyBytes.Split(',').ElementAtOrDefault(shown) is { Length: > 0 } bytes
            ? long.Parse(bytes, CultureInfo.InvariantCulture)
            : UncountedBytesOf(file, widths[shown]);
    }

    // The standard's pictures, and those taken before copies were counted.
    private long UncountedBytesOf(MediaFile file, int width)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{width}.webp");
        var copy = folders.PlaceOf(file, MediaVersion.Of(file), name) is { } path ? new FileInfo(path) : null;
        return copy is { Exists: true } ? copy.Length : file.Bytes;
    }
}
