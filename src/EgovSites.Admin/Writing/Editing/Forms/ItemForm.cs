using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>What stands in the controls of an item's form, as typed, and what is wrong with it.</summary>
public sealed class ItemForm
{
    /// <summary>The prefix of controls for facts; those for words have the culture's name.</summary>
    private const string Shared = "shared";

    private readonly Dictionary<string, FieldInput> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);

    private ItemForm(ContentType type) => Type = type;

    public ContentType Type { get; }

    /// <summary>The revision the words were typed over; 0 for a new item.</summary>
    public int BasedOn { get; private set; }

    public List<Reason> Problems { get; } = [];

    /// <summary>Typed and not saved: leaving the page would lose it.</summary>
    public bool IsUnsaved { get; private init; }

    public static ItemForm Of(ContentType type, Item? item)
    {
        var form = new ItemForm(type) { BasedOn = item?.Revision ?? 0 };
        foreach (var (field, culture) in form.Boxes)
        {
            var value = culture is null ? item?.Shared[field.Name] : item?.In(culture)?.Fields[field.Name];
            form[field, culture] = FieldTypes.Of(field).Show(value);
        }

        return form;
    }

    public static ItemForm From(ContentType type, IFormCollection posted)
    {
        var form = new ItemForm(type)
        {
            BasedOn = int.TryParse(posted["revision"], out var revision) ? revision
            : 0,
            IsUnsaved = true
        };
        foreach (var (field, culture) in form.Boxes)
        {
            form[field, culture] = FieldInput.From(posted, NameOf(field, culture));
        }

        foreach (var (name, values) in posted.Where(pair => pair.Key.StartsWith("alt.", StringComparison.Ordinal)))
        {
            form._typed[name] = values.ToString();
        }

        // Each picker has its own box, and what is found is offered in all of them.
        foreach (var (name, values) in posted.Where(pair => pair.Key is MediaShelf.FindPicture
            or MediaShelf.FindDocument))
        {
            form._typed[name] = values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) ?? "";
        }

        return form;
    }

    /// <summary>Every control group: a shared field once, a localizable one in each language.</summary>
    public IEnumerable<(FieldDefinition Field, string? Culture)> Boxes => Type.Fields.SelectMany(one =>
        one.Localizable ? Cultures.All.Select(culture => (one, (string?)culture)) : [(one, null)]);

    public IEnumerable<(FieldDefinition Field, string? Culture)> MediaBoxes =>
        Boxes.Where(box => FieldTypes.Of(box.Field) is MediaField and not ContentPickerField);

    public FieldInput this[FieldDefinition field, string? culture]
    {
        get => _inputs[NameOf(field, culture)];
        set => _inputs[NameOf(field, culture)] = value;
    }

    public static string NameOf(FieldDefinition field, string? culture) => $"{culture ?? Shared}.{field.Name}";

    /// <summary>Puts what was typed on top of a newer state.</summary>
    public void Rebase(int revision) => BasedOn = revision;

    /// <summary>What was typed into a control beside the fields, such as a picture's description.</summary>
    public string Typed(string name, string otherwise) => _typed.GetValueOrDefault(name, otherwise);

    public void Retype(string name, string text) => _typed[name] = text;

    /// <summary>The values of all controls; what cannot be one is added to <see cref="Problems"/>.</summary>
    public ItemDraft Read()
    {
        var shared = new FieldValues();
        var words = Cultures.All.ToDictionary(culture => culture, _ => new FieldValues());
        foreach (var (field, culture) in Boxes)
        {
            var reading = FieldTypes.Of(field).Read(field, OnOneLine(field, this[field, culture]));
            (culture is null ? shared : words[culture])[field.Name] = reading.Value;
            if (reading.Problem is { } problem)
            {
                Problems.Add(problem.At(field.Name, culture));
            }
        }

        return new ItemDraft(shared, words, BasedOn);
    }

    // Titles stand in a text area so that long ones wrap; a line break in one is never meant.
    private static FieldInput OnOneLine(FieldDefinition field, FieldInput input) =>
        FieldTypes.Of(field) is TextField && !field.Setting("multiline")
            ? FieldInput.Of(input.Text.ReplaceLineEndings(" ")) : input;
}
