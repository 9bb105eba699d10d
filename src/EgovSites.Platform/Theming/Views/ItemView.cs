using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Theming.Frames;

namespace EgovSites.Platform.Theming.Views;

/// <summary>A publication as templates see it: fields by name, already in words.</summary>
public sealed class ItemView(Publication item, ContentType type, DateTimeOffset now)
{
    public Publication Item => item;

    public ContentType Type => type;

    public DateTimeOffset Now => now;

    public string Culture => item.Culture;

    public string Title => item.Title;

    public string Summary => item.Summary;

    /// <summary>The summary an editor wrote; empty where it was only cut from the text that follows.</summary>
    public string Intro => item.Summary.Length > 0
        && Html(FieldNames.Body).ToText().StartsWith(item.Summary.TrimEnd('…').TrimEnd(), StringComparison.Ordinal) ? ""
            : item.Summary;

    /// <summary>The item's page; where its type has none, its place in the list.</summary>
    public string Path =>
        type.Behaviours.HasDetailPage ? $"/{item.Section}/{item.Slug}" : $"/{item.Section}#{item.Slug}";

    public bool IsClosed => item.IsClosed(now);

    public bool IsOver => item.IsOver(now);

    /// <summary>Whole days until the last day, counted in Dushanbe; 0 is today, negative is past.</summary>
    public int? DaysLeft =>
        item.Deadline is { } deadline ? Dates.LastDay(deadline).DayNumber - Dates.On(now).DayNumber : null;

    public bool Has(string field) => item.Fields.Has(field);

    public string Text(string field) => item.Fields.Text(field);

    /// <summary>
    /// Makes the addresses inside running texts; without it they stay as stored, which is enough for their words.
    /// </summary>
    public SiteLinks? Links { get; init; }

    public RenderedHtml Html(string field) => new(item.Fields.Text(field), Links);

    public PictureView? Picture => Pictures(FieldNames.Picture).FirstOrDefault();

    public IEnumerable<PictureView> Pictures(string field) =>
        Media(field).Where(file => file["width"]!.GetValue<int>() > 0).Select(PictureView.Of);

    public IEnumerable<FileView> Files(string field = FieldNames.Files) => Media(field).Select(FileView.Of);

    public string Phone(string field) => PhoneField.Display(Text(field));

    public string Money(string field) => item.Fields.Number(field) is { } amount ? Numbers.Money(amount, Culture) : "";

    public string Number(string field) =>
        item.Fields.Number(field) is { } number ? Numbers.Whole((long)number, Culture) : "";

    public string Date(string field) => item.Fields.Date(field) is { } date ? Dates.Long(date, Culture)
        : item.Fields.Instant(field) is { } instant ? Dates.Long(Dates.On(instant), Culture) : "";

    /// <summary>The words of a choice.</summary>
    public string Choice(string field) => type.Field(field) is { } definition
        ? string.Join(", ", ChoiceField.OptionsOf(definition).Where(option => ValuesOf(field).Contains(option.Value))
            .Select(option => option.Label[Culture]))
        : "";

    /// <summary>A field's label in the page's language.</summary>
    public string Label(string field) => type.Field(field)?.Label[Culture] ?? field;

    /// <summary>Column headings and rows of a table field.</summary>
    public (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) Table(string field) =>
        ([.. TableField.ColumnsOf(type.Field(field)!).Select(column => column.Label[Culture])],
         [.. (item.Fields[field] as JsonArray ?? [])
             .Select(row => row!.AsArray().Select(cell => cell!.GetValue<string>()).ToList())]);

    public (string Url, string Text)? Link(string field) =>
        item.Fields[field] is JsonObject link
            ? (link["url"]!.GetValue<string>(), link["text"]?.GetValue<string>() ?? "") : null;

    public (decimal Latitude, decimal Longitude)? Point(string field) =>
        item.Fields[field] is JsonObject point
            ? (point["latitude"]!.GetValue<decimal>(), point["longitude"]!.GetValue<decimal>()) : null;

    private IEnumerable<string> ValuesOf(string field) =>
        item.Fields[field] is JsonArray values ? values.Select(value => value!.GetValue<string>()) : [Text(field)];

    private IEnumerable<JsonNode> Media(string field) =>
        item.Fields[field] is JsonArray files ? files.Select(file => file!) : [];
}
