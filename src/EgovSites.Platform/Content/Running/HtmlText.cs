using System.Net;
using System.Text;

namespace EgovSites.Platform.Content.Running;

/// <summary>What a rendered text says, for search and for lists.</summary>
public static class HtmlText
{
    /// <summary>
    /// The words alone, with single spaces; raised figures stay raised, and what is struck out is left out.
    /// </summary>
    public static string Of(string html)
    {
        var words = new StringBuilder(html.Length);
        var (struck, tag) = (0, "");
        foreach (var piece in HtmlPieces.Of(html))
        {
            if (piece[0] == '<')
            {
                struck += piece switch { "<del>" => 1, "</del>" => -1, _ => 0 };
                words.Append(piece is "<sup>" or "</sup>" or "<sub>" or "</sub>" or "<del>" or "</del>" ? "" : " ");
                tag = piece;
            }
            else if (struck == 0)
            {
                var text = WebUtility.HtmlDecode(piece);
                words.Append(
                    tag switch
                    {
                        "<sup>" => PlainWords.Superscript(text),
                        "<sub>" => PlainWords.Subscript(text),
                        _ =>
                        text
                    });
            }
        }

        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
