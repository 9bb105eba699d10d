using System.Text.RegularExpressions;
using EgovSites.Platform.Tajik.Cleaning;

namespace EgovSites.Platform.Content.Running;

/// <summary>The rules every typed text keeps, in the back office and in citizens' forms alike.</summary>
public static partial class PlainText
{
    /// <summary>
    /// The repaired text, and the reason it is refused: more than the allowed letters, or an element of HTML, unless
    /// <paramref name="isOfCitizen"/>: whoever asks the state for something is not sent back for a sign.
    /// </summary>
    public static (string Text, Reason? Problem) Read(string typed, int maxLength, bool isOfCitizen = false)
    {
        var text = TextHygiene.Normalise(typed).Trim();
        return (text, text.Length > maxLength ? new Reason("field.tooLong", maxLength, text.Length)
            : !isOfCitizen && TagIn(text) is { } tag ? new Reason("field.markup", tag) : null);
    }

    /// <summary>The same for what stands on one line.</summary>
    public static (string Text, Reason? Problem) ReadLine(string typed, int maxLength, bool isOfCitizen = false) =>
        Read(TextHygiene.OneLine(TextHygiene.Normalise(typed)), maxLength, isOfCitizen);

    /// <summary>The first tag of HTML in a text, or null; "x &lt; y" and names in angle brackets are none.</summary>
    private static string? TagIn(string text) => Tag().Match(text) is { Success: true } tag ? tag.Value : null;

    [GeneratedRegex(
        @"</?(a|abbr|article|audio|b|base|blockquote|body|br|button|canvas|center|code|dd|del|details|div|dl|dt|em"
        + @"|embed|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark"
        + @"|math|meta|nav|object|ol|option|p|picture|pre|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg"
        + @"|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|u|ul|video)(\s[^<>]*)?/?>|<!--",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
