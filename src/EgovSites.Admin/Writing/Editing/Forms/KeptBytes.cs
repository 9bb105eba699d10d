using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// Leaves a text that nobody changed as it is stored: a browser alone changes line ends, and reading a form removes
/// spaces.
/// </summary>
public static class KeptBytes
{
    public static void In(ItemDraft draft, Item item, ContentType type)
    {
        foreach (var field in type.LocalizableFields.Where(field => FieldTypes.Of(field) is MarkdownField or TextField))
        {
            foreach (var (culture, words) in draft.Words)
            {
                var stored = item.In(culture)?.Fields.Text(field.Name) ?? "";
                if (stored.Length > 0
                    && FieldTypes.Of(field).Read(field, FieldInput.Of(stored))
                        .Value?.GetValue<string>() == words.Text(field.Name))
                {
                    words[field.Name] = item.In(culture)!.Fields[field.Name];
                }
            }
        }
    }
}
