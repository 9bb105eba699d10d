using System.Text;

namespace EgovSites.Platform.Tajik.Spelling;

// string.Normalize throws on lone surrogates and U+FFFE, which visitors can send; these are passed through instead.
internal static class Composition
{
    internal static string Nfc(string text)
    {
        var start = 0;
        StringBuilder? done = null;
        for (var i = 0; i < text.Length; i += IsPairAt(text, i) ? 2 : 1)
        {
            if (IsBadAt(text, i))
            {
                done ??= new StringBuilder(text.Length);
                done.Append(text[start..i].Normalize()).Append(text[i]);
                start = i + 1;
            }
        }

        return done is null ? text.Normalize() : done.Append(text[start..].Normalize()).ToString();
    }

    internal static bool IsBadAt(string text, int index) =>
        text[index] is '\uFFFE' or '\uFFFF' || (char.IsSurrogate(text[index]) && !IsPairAt(text, index));

    internal static bool IsPairAt(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
