using System.Text.Encodings.Web;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Features.Search;

/// <summary>A text in which the words that search found are marked, with the same forgiveness for letters.</summary>
public sealed class Marked(string text, IReadOnlyList<string> wanted) : IHtmlContent
{
    public static bool Hits(string word, IReadOnlyList<string> wanted)
    {
        var (folded, latin) = (Folding.Fold(word), Folding.ToLatin(word));
        return wanted.Any(one => folded.Contains(one, StringComparison.Ordinal) || latin.Contains(one, StringComparison.Ordinal));
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var at = 0; at < text.Length;)
        {
            var isWord = char.IsLetterOrDigit(text[at]);
            var end = at + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]) == isWord)
            {
                end++;
            }

            Write(writer, encoder, text[at..end], isWord);
            at = end;
        }
    }

    private void Write(TextWriter writer, HtmlEncoder encoder, string piece, bool isWord)
    {
        var isHit = isWord && Hits(piece, wanted);
        writer.Write(isHit ? "<mark>" : "");
        encoder.Encode(writer, piece);
        writer.Write(isHit ? "</mark>" : "");
    }
}
