using System.Text.RegularExpressions;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Content.Running;

/// <summary>
/// What the addresses <c>media:ID</c> and <c>item:ID</c> of a running text lead to in one language: own files, and
/// pages by the item's id.
/// </summary>
public sealed partial record BodyLinks(
    string Culture, IReadOnlyDictionary<string, MediaFile> Media, IReadOnlyDictionary<string, string> Pages)
{
    /// <summary>
    /// Stands in rendered texts for what precedes every path of the site; the page that shows them knows it.
    /// </summary>
    public const string Root = "site:";

    public const string MediaScheme = "media:";
    public const string ItemScheme = "item:";

    private static readonly Dictionary<string, MediaFile> NoMedia = [];
    private static readonly Dictionary<string, string> NoPages = [];

    /// <summary>Nothing is known: pictures are left out and own links are plain words.</summary>
    public static BodyLinks None { get; } = new("", NoMedia, NoPages);

    public static BodyLinks Of(
        string culture, IReadOnlyDictionary<string, MediaFile> media, IReadOnlyDictionary<string, string>? pages) =>
        new(culture, media, pages ?? NoPages);

    /// <summary>The ids of files that a text names; they may be anybody's until they are looked up.</summary>
    public static IEnumerable<string> MediaIn(string markdown) => IdsIn(markdown, MediaScheme);

    /// <summary>The ids of items that a text links to.</summary>
    public static IEnumerable<string> ItemsIn(string markdown) => IdsIn(markdown, ItemScheme);

    /// <summary>The running texts of an item's words.</summary>
    public static IEnumerable<string> TextsIn(ContentType type, FieldValues words) =>
        type.LocalizableFields.Where(field => FieldTypes.Of(field) is MarkdownField)
            .Select(field => words.Text(field.Name)).Where(text => text.Length > 0);

    /// <summary>The id behind an address of a scheme, or null.</summary>
    internal static string? IdOf(string? url, string scheme) =>
        url?.StartsWith(scheme, StringComparison.Ordinal) == true && Ids.IsId(url[scheme.Length..])
            ? url[scheme.Length..] : null;

    private static IEnumerable<string> IdsIn(string markdown, string scheme) =>
        Address().Matches(markdown).Where(match => match.Groups["scheme"].Value == scheme)
            .Select(match => match.Groups["id"].Value).Distinct();

    [GeneratedRegex(@"\b(?<scheme>media:|item:)(?<id>[0-9a-z]{26})\b")]
    private static partial Regex Address();
}
