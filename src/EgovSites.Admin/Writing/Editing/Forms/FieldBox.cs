using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Reading;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>A field as its control shows it: in one language's column, or among the facts.</summary>
public sealed record FieldBox(
    ItemForm Form, FieldDefinition Field, string? Culture, string LabelCulture, MediaShelf Shelf)
{
    public FieldInput Input => Form[Field, Culture];

    public string Name => ItemForm.NameOf(Field, Culture);

    public string Id => Name.Replace('.', '-');

    public string Label => Field.Label[LabelCulture];

    public string? Hint => Field.Hint?[LabelCulture];

    /// <summary>The page's language is the reader's; a column's words are marked as its own.</summary>
    public string? Lang => Culture;

    public IReadOnlyList<Reason> Problems =>
        [.. Form.Problems.Where(problem => problem.Field == Field.Name && problem.Culture == Culture)];

    public string? Invalid => Problems.Count > 0 ? "true" : null;

    public string Look => Problems.Count > 0 ? "field bad" : "field";

    public string ErrorId => $"{Id}-error";

    public string HintId => $"{Id}-hint";

    public string? DescribedBy => (Problems.Count > 0, Hint) switch
    {
        (true, not null) => $"{ErrorId} {HintId}",
        (true, null) => ErrorId,
        (false, not null) => HintId,
        _ => null,
    };

    /// <summary>The view that draws this kind of field.</summary>
    public string Partial => $"/Writing/Editing/Fields/_{Field.Type}.cshtml";

    /// <summary>A control of several parts is a group with a legend.</summary>
    public bool IsGroup =>
        Field.Type is "Link" or "Media" or "File" or "ContentPicker" or "GeoPoint" or "Table" or "Boolean"
        || (Field.Type == "Choice" && Field.Setting("multiple"));
}
