using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;

namespace EgovSites.Admin.Languages.Machine;

/// <summary>Fills the empty texts of a translation with a machine's words; what a person wrote stays.</summary>
public sealed class MachineDraft(IMachineTranslator machine)
{
    public bool IsOpen => machine.IsOpen;

    /// <summary>The draft with the words added, or as it was with the reason.</summary>
    public async Task<(ItemDraft Draft, Reason? Problem)> FillAsync(
        ContentType type, string source, string culture, ItemDraft draft, CancellationToken cancellation)
    {
        if (!machine.IsOpen || source == culture)
        {
            return (draft, null);
        }

        var (from, to) = (draft.Words[source], draft.Words[culture]);
        var fields = Fields(type, from, to).ToList();
        var answer = fields.Count == 0 ? new MachineAnswer([])
            : await machine.TranslateAsync(
                source, culture, [.. fields.Select(field => from.Text(field.Name))], cancellation);
        foreach (var (field, text) in fields.Zip(answer.Texts))
        {
            to[field.Name] = Value(field, text);
        }

        return (answer.Texts.Count > 0 ? draft with { MachineCulture = culture } : draft, answer.Problem);
    }

    /// <summary>Texts of the source for which the translation has no words at all.</summary>
    public static IEnumerable<FieldDefinition> Fields(ContentType type, FieldValues source, FieldValues? words) =>
        type.LocalizableFields.Where(field =>
        FieldTypes.Of(field) is TextField or MarkdownField && field.Name != FieldNames.Slug && source.Has(field.Name)
            && words?.Has(field.Name) != true);

    // A machine's words pass the same gate as typed ones; what does not pass stays empty for a person to write.
    private static System.Text.Json.Nodes.JsonNode? Value(FieldDefinition field, string text) =>
        FieldTypes.Of(field)
            .Read(field, FieldInput.Of(TranslationView.IsLong(field) ? text : text.ReplaceLineEndings(" "))).Value;
}
