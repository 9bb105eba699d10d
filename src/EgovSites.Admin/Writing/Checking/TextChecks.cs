using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Tajik.Cleaning;

namespace EgovSites.Admin.Writing.Checking;

/// <summary>
/// What there is to say about the words in an item's form, language by language, before anybody publishes them.
/// </summary>
public sealed record TextChecks(IReadOnlyList<TextChecks.Column> Columns)
{
    public sealed record Column(
        string Culture, IReadOnlyList<Letters> Letters, IReadOnlyList<Reason> Advice, Weight Weight)
    {
        public bool IsSound => Letters.Count == 0 && Advice.Count == 0;
    }

    /// <summary>Suspicious letters of one control.</summary>
    public sealed record Letters(FieldDefinition Field, string Culture, HygieneReport Report)
    {
        public string Name => ItemForm.NameOf(Field, Culture);

        public string Anchor => "#" + Name.Replace('.', '-');
    }

    public static TextChecks None { get; } = new([]);

    public bool HasWrongLetters => Columns.Any(column => column.Letters.Count > 0);
}
