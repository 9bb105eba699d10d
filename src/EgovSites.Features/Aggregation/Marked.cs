using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Html;

namespace EgovSites.Features.Aggregation;

/// <summary>A text with the words a search has met marked, however they were typed.</summary>
public sealed partial class Marked(string text, IReadOnlyList<string> words) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (Match piece in Pieces().Matches(text))
        {
            var isHit = piece.Groups["word"].Success && IsHit(piece.Value);
            writer.Write(isHit ? "<mark>" : "");
            encoder.Encode(writer, piece.Value);
            writer.Write(isHit ? "</mark>" : "");
        }
    }

    private bool IsHit(string word) => words.Any(sought =>
        Folding.Fold(word).StartsWith(sought, StringComparison.Ordinal) || Folding.ToLatin(word).StartsWith(sought, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<word>[\p{L}\p{Nd}\p{M}’']+)|[^\p{L}\p{Nd}\p{M}’']+")]
    private static partial Regex Pieces();
}
