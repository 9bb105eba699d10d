using EgovSites.Admin.Languages.Machine;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;

namespace EgovSites.Admin.Languages;

/// <summary>What a translator is told beside the fields of an item.</summary>
public sealed class TranslationView(
    Item item, SourceChanges changes, IReadOnlyList<TranslationRequest> requests, bool hasMachine)
{
    private readonly Dictionary<string, IReadOnlyList<SourceChange>> _changes =
        item.Translations.ToDictionary(words => words.Culture, words => changes.Of(item, words.Culture));

    /// <summary>The language the others are made from; null before anything is written.</summary>
    public string? Source { get; } = SourceLanguage.Of(item)?.Culture;

    /// <summary>What was asked for in this language and is not delivered yet.</summary>
    public TranslationRequest? Request(string culture) =>
        requests.FirstOrDefault(request => request.Culture == culture);

    /// <summary>
    /// True where somebody could be asked: the words are missing or behind, and nobody was asked yet.
    /// </summary>
    public bool MayAsk(string culture) => Source is not null && culture != Source && Request(culture) is null
        && (string.IsNullOrEmpty(item.In(culture)?.Title) || Changes(culture).Count > 0);

    public bool IsMachineDraft(string culture) => item.In(culture)?.IsMachineDraft == true;

    /// <summary>True where a machine could fill in something.</summary>
    public bool MayFill(ContentType type, string culture) => hasMachine && Source is not null && culture != Source
        && MachineDraft.Fields(type, item.In(Source)!.Fields, item.In(culture)?.Fields).Any();

    public IReadOnlyList<SourceChange> Changes(string culture) => _changes.GetValueOrDefault(culture) ?? [];

    public SourceChange? Change(string culture, FieldDefinition field) =>
        Changes(culture).FirstOrDefault(change => change.Field == field.Name);

    /// <summary>True for a text whose sentences the translation memory can be asked about.</summary>
    public bool HasSuggestions(string culture, FieldDefinition field) => Source is not null && culture != Source
        && FieldTypes.Of(field) is TextField or MarkdownField
        && field.Name is not (FieldNames.Slug or FieldNames.PageTitle or FieldNames.PageDescription)
        && item.In(Source)!.Fields.Has(field.Name);

    public static TextComparison Compare(SourceChange change) =>
        TextComparison.Of(FieldText.Of(change.Before), FieldText.Of(change.After));

    /// <summary>True for a text long enough to hold a paragraph beside the present ones.</summary>
    public static bool IsLong(FieldDefinition field) =>
        FieldTypes.Of(field) is MarkdownField || (FieldTypes.Of(field) is TextField && field.Setting("multiline"));

    /// <summary>A one-line text has no room for the source's words; a value can be taken over whole.</summary>
    public static bool MayTake(FieldDefinition field) => IsLong(field) || FieldTypes.Of(field) is not TextField;
}
