using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Platform.Theming.Views;

/// <summary>Writes a schema.org object for a data block of the page; no text in it can end the block.</summary>
public static class JsonLd
{
    // This encoder escapes < > & always, so that "</script>" in a title stays a title; Cyrillic stays readable.
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IHtmlContent Of(object schema) => new HtmlString(JsonSerializer.Serialize(schema, Options));
}
