using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Running;

/// <summary>
/// Reads <c>^2^</c> as superscript and <c>~2~</c> as subscript; a blank inside is written with a backslash.
/// </summary>
// The extension of Markdig follows the rules of emphasis, by which 10^-3^ and 7^(1)^ would stay as typed.
internal sealed class ScriptParser : InlineParser
{
    private const int Longest = 200;

    public ScriptParser() => OpeningCharacters = ['^', '~'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var mark = slice.CurrentChar;
        if (slice.PeekCharExtra(-1) is '[' || slice.PeekCharExtra(-1) == mark
            || LengthOf(slice, mark) is not (> 0 and var length))
        {
            return false;
        }

        var words = Unescaped(slice.Text.AsSpan(slice.Start + 1, length));
        slice.Start += length + 2;
        processor.Inline = new EmphasisInline { DelimiterChar = mark, DelimiterCount = 1, IsClosed = true }
            .AppendChild(new LiteralInline(words));
        return true;
    }

    // The letters between the marks, or 0 where none closes, a blank comes before it, or a link's bracket does.
    private static int LengthOf(StringSlice slice, char mark)
    {
        for (var at = 1; at <= Longest; at++)
        {
            var letter = slice.PeekChar(at);
            if (letter == '\\' && IsEscapable(slice.PeekChar(at + 1)))
            {
                at++;
            }
            else if (letter == mark)
            {
                return at - 1;
            }
            else if (letter is '\0' or '[' or ']' or '`' or '|' || letter.IsWhitespace())
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsEscapable(char letter) => letter == ' ' || letter.IsAsciiPunctuation();

    private static string Unescaped(ReadOnlySpan<char> typed)
    {
        var words = new System.Text.StringBuilder(typed.Length);
        for (var at = 0; at < typed.Length; at++)
        {
            at += typed[at] == '\\' && at + 1 < typed.Length && IsEscapable(typed[at + 1]) ? 1 : 0;
            words.Append(typed[at]);
        }

        return words.ToString();
    }
}
