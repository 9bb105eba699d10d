using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Theming.Views;


namespace EgovSites.Features.Search;

/// <summary>An item that was found, with the passage that shows why.</summary>
public sealed record Hit(ItemView Item, Marked Title, Marked Text)
{
    private const int Before = 60;
    private const int Length = 220;

    public static Hit Of(ItemView item, IReadOnlyList<SearchWord> wanted) =>
        new(item, new Marked(item.Title, wanted), new Marked(Passage(item, wanted), wanted));

    // The summary, unless the words stand only in the text.
    private static string Passage(ItemView item, IReadOnlyList<SearchWord> wanted)
    {
        if (Marked.WordsIn($"{item.Title} {item.Summary}").Any(word => Marked.Hits(word.Value, wanted)))
        {
            return item.Summary;
        }

        var text = item.Html(FieldNames.Body).ToText();
        var hit = Marked.WordsIn(text).FirstOrDefault(word => Marked.Hits(word.Value, wanted));
        return hit is null ? item.Summary : Around(text, hit.Index);
    }

    private static string Around(string text, int at)
    {
        var start = at <= Before ? 0 : text.IndexOf(' ', at - Before) + 1;
        return (start > 0 ? "… " : "") + TextHygiene.Shorten(text[start..], Length);
    }
}
