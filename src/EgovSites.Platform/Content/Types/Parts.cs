using System.Text.Json;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Localization;
using static EgovSites.Platform.Content.Reading.FieldNames;

namespace EgovSites.Platform.Content.Types;

/// <summary>The platform's own parts and the fields each of them gives to a type.</summary>
public static class Parts
{
    private static readonly Dictionary<string, FieldDefinition[]> Known = new(StringComparer.Ordinal)
    {
        ["TitlePart"] = [Field(
            Title, "Text", new("Сарлавҳа", "Заголовок", "Title"), true, """{"maxLength":200}""", Required.Publish)],
        ["RoutePart"] = [Field(Slug, "Text", new("Суроғаи саҳифа", "Адрес страницы", "Page address"), true,
            """{"maxLength":80,"slug":true}""")],
        ["SummaryPart"] = [Field(Summary, "Text", new("Муқаддима", "Вступление", "Summary"), true,
            """{"maxLength":400,"multiline":true}""")],
        ["MarkdownBodyPart"] = [Field(Body, "Markdown", new("Матн", "Текст", "Text"), true, """{"maxLength":60000}""")],
        ["SchedulePart"] =
            [Field(ShownAt, "DateTime", new("Санаи нашр", "Дата публикации", "Publication date"), false)],
        ["DeadlinePart"] = [Field(Deadline, "DateTime", new("Муҳлати охирин", "Крайний срок", "Deadline"), false)],
        ["MediaPart"] = [Field(Picture, "Media", new("Сурат", "Картинка", "Picture"), false)],
        ["FilesPart"] = [Field(Files, "File", new("Файлҳо", "Файлы", "Files"), false, """{"multiple":true}""")],
        ["TermsPart"] = [Field(Topic, "Choice", new("Мавзуъ", "Тема", "Topic"), false, """{"taxonomy":"topics"}""")],
        ["OrderPart"] = [Field(Order, "Number", new("Тартиб", "Порядок", "Order"), false, """{"min":0,"max":9999}""")],
        ["SeoPart"] =
        [
            Field(PageTitle, "Text", new("Сарлавҳа барои ҷустуҷӯ", "Заголовок для поиска", "Title for search engines"),
                true, """{"maxLength":120}"""),
            Field(PageDescription, "Text",
                new("Тавсиф барои ҷустуҷӯ", "Описание для поиска", "Description for search engines"), true,
                """{"maxLength":300,"multiline":true}"""),
        ],
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The fields of a known part, or null for a part that carries its own.</summary>
    public static IReadOnlyList<FieldDefinition>? FieldsOf(string part) => Known.GetValueOrDefault(part);

    private static FieldDefinition Field(
        string name, string type, Trilingual label, bool localizable, string settings = "{}",
        Required required = Required.Never) => new()
        {
            Name = name,
            Type = type,
            Label = label,
            Hint = null,
            Localizable = localizable,
            Required = required,
            Settings = JsonDocument.Parse(settings).RootElement,
        };
}
