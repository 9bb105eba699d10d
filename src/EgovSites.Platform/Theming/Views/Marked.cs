using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Platform.Theming.Views;

/// <summary>A text in which the words that search found are marked, with the same forgiveness for letters.</summary>
public sealed partial class Marked(string text, IReadOnlyList<SearchWord> wanted) : IHtmlContent
{
    /// <summary>The words of a text as they stand there.</summary>
    public static IEnumerable<Match> WordsIn(string text) =>
        Pieces().Matches(text).Where(piece => piece.Groups["word"].Success);

    /// <summary>Whether a word of a text is one that was looked for.</summary>
    public static bool Hits(string word, IReadOnlyList<SearchWord> wanted)
    {
        var forms = Folding.ForSearch(word);
        return wanted.Any(one => one.IsIn(forms));
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (Match piece in Pieces().Matches(text))
        {
            var isHit = piece.Groups["word"].Success && Hits(piece.Value, wanted);
            writer.Write(isHit ? "<mark>" : "");
            encoder.Encode(writer, piece.Value);
            writer.Write(isHit ? "</mark>" : "");
        }
    }

    [GeneratedRegex(@"(?<word>[\p{L}\p{N}\p{M}’']+)|[^\p{L}\p{N}\p{M}’']+")]
    private static partial Regex Pieces();
}
