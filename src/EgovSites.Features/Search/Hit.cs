using EgovSites.Platform.Content;
using EgovSites.Platform.Theming;

namespace EgovSites.Features.Search;

/// <summary>An item that was found, with the passage that shows why.</summary>
public sealed record Hit(ItemView Item, Marked Title, Marked Text)
{
    private const int Before = 60;
    private const int Length = 220;

    public static Hit Of(ItemView item, IReadOnlyList<string> wanted) =>
        new(item, new Marked(item.Title, wanted), new Marked(Passage(item, wanted), wanted));

    // The summary, unless the words stand only in the text.
    private static string Passage(ItemView item, IReadOnlyList<string> wanted)
    {
        if (WordsOf($"{item.Title} {item.Summary}").Any(word => Marked.Hits(word, wanted)))
        {
            return item.Summary;
        }

        var text = item.Html(FieldNames.Body).ToText();
        var hit = WordsOf(text).FirstOrDefault(word => Marked.Hits(word, wanted));
        return hit is null ? item.Summary : Around(text, text.IndexOf(hit, StringComparison.Ordinal));
    }

    private static string[] WordsOf(string text) => text.Split([' ', ',', '.', ':', ';', '«', '»', '(', ')', '“', '”'], StringSplitOptions.RemoveEmptyEntries);

    private static string Around(string text, int at)
    {
        var start = at <= Before ? 0 : text.IndexOf(' ', at - Before) + 1;
        var end = text.Length - start <= Length ? text.Length : text.LastIndexOf(' ', start + Length);
        return $"{(start > 0 ? "… " : "")}{text[start..Math.Max(end, start)]}{(end < text.Length ? " …" : "")}";
    }
}
