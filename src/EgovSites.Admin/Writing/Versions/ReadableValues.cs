using System.Globalization;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Writing.Versions;

/// <summary>
/// Stored values as their reader knows them: a date as one says it, a choice by its label, a file or an item by its
/// name.
/// </summary>
internal sealed class ReadableValues(
    IReadOnlyDictionary<string, MediaFile> media, IReadOnlyDictionary<string, string> titles, Words words)
{
    public string Of(FieldDefinition field, JsonNode? value, string culture) =>
        value is null ? "" : FieldTypes.Of(field) switch
        {
            MediaField => string.Join('\n', MediaField.IdsOf(value).Select(NameOf)),
            ChoiceField choice => string.Join('\n', choice.Show(value).All.Select(one => LabelOf(field, one, culture))),
            DateField when DateOnly.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var date) =>
                Dates.Long(date, culture),
            DateTimeField
                when DateTimeOffset.TryParse(
                    value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) =>
                Dates.LongWithTime(at, culture),
            BooleanField => words.In(culture, "editor.yes"),
            _ => FieldText.Of(value),
        };

    /// <summary>The pictures among the files of a value.</summary>
    public IReadOnlyList<MediaFile> PicturesOf(JsonNode? value) =>
        [.. MediaField.IdsOf(value).Select(id => media.GetValueOrDefault(id)).OfType<MediaFile>()
            .Where(file => file.IsPicture)];

    private string NameOf(string id) =>
        media.TryGetValue(id, out var file) ? file.FileName : titles.GetValueOrDefault(id, id);

    private static string LabelOf(FieldDefinition field, string value, string culture) =>
        ChoiceField.OptionsOf(field).FirstOrDefault(option => option.Value == value)?.Label[culture] ?? value;
}
