using System.Collections.Frozen;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Fields.Pickers;

namespace EgovSites.Platform.Content.Reading;

/// <summary>Every kind of field a declaration may use.</summary>
public static class FieldTypes
{
    private static readonly FrozenDictionary<string, FieldType> Known = new FieldType[]
    {
        new TextField(), new MarkdownField(), new NumberField(), new MoneyField(), new BooleanField(), new DateField(),
        new DateTimeField(), new EmailField(), new PhoneField(), new LinkField(), new MediaField(), new FileField(),
        new ContentPickerField(), new ChoiceField(), new GeoPointField(), new TableField(),
    }.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static FieldType? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>The kind of a declared field; the loader has made sure that it exists.</summary>
    public static FieldType Of(FieldDefinition field) => Known[field.Type];
}
