using System.Text.Json.Nodes;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Theming.Views;

/// <summary>A published document: title, kind and size, as every file must be announced.</summary>
public sealed record FileView(string Id, string Name, string Title, string ContentType, long Bytes)
{
    public static FileView Of(JsonNode media) => new(
        media["id"]!.GetValue<string>(),
        media["name"]!.GetValue<string>(),
        media["alt"]!.GetValue<string>(),
        media["type"]!.GetValue<string>(),
        media["bytes"]!.GetValue<long>());

    /// <summary>"PDF, 420 КБ".</summary>
    public string Note(string culture) =>
        $"{Path.GetExtension(Name).TrimStart('.').ToUpperInvariant()}, {Numbers.FileSize(Bytes, culture)}";

    public string Caption => Title.Length > 0 ? Title : Name;
}
