using System.Text.RegularExpressions;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Content;

/// <summary>The rules every typed text keeps, in the back office and in citizens' forms alike.</summary>
public static partial class PlainText
{
    /// <summary>Clean text, or the reason it is refused: control characters, markup, or more than the allowed letters.</summary>
    public static (string Text, Reason? Problem) Read(string typed, int maxLength, bool refusesMixedScripts = false)
    {
        var text = TextHygiene.Normalise(typed).Trim();
        return (text, Problem(text, maxLength, refusesMixedScripts));
    }

    private static Reason? Problem(string text, int maxLength, bool refusesMixedScripts)
    {
        if (TextHygiene.HasControlCharacters(text))
        {
            return new Reason("field.binary");
        }

        if (text.Length > maxLength)
        {
            return new Reason("field.tooLong", maxLength, text.Length);
        }

        if (Tag().Match(text) is { Success: true } tag)
        {
            return new Reason("field.markup", tag.Value);
        }

        return refusesMixedScripts && TextHygiene.MixedScriptWords(text) is [var word, ..]
            ? new Reason("field.mixedScript", word)
            : null;
    }

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>|<!--")]
    private static partial Regex Tag();
}
