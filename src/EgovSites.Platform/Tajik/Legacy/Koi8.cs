using System.Text;
using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Tajik.Legacy;

// KOI8-T read as something else (tajik.md 3.4): its Tajik letters as KOI8-R's boxes, or every letter as Windows-1251.
internal static class Koi8
{
    private const int Windows1251 = 1251;
    private const int Koi8R = 20866;
    private const int FewestEvidence = 2;

    // ┐│ Ғғ, ╣╔ Ӣӣ, ░─ Ққ, ╒║ Ӯӯ, ▄┼ Ҳҳ, ▌█ Ҷҷ: byte for byte what KOI8-R has in those places.
    private const string Boxes = "┐│╣╔░─╒║▄┼▌█";
    private const string Tajik = "ҒғӢӣҚқӮӯҲҳҶҷ";

    internal static string Repair(string text)
    {
        var read = WithLetters(text);
        return read != text && Evidence(read) >= FewestEvidence ? read
            : Reread(text) is { } whole && Evidence(text) == 0 && Evidence(WithLetters(whole)) >= FewestEvidence
            ? WithLetters(whole)
            : text;
    }

    private static int Evidence(string text) =>
        Letters.WordsIn(text).Where(word => word.Text.Any(Letters.IsTajikOnly))
            .Sum(word => KnownWords.Evidence(word.Text));

    // Only beside a Cyrillic letter: elsewhere boxes are drawn tables.
    private static string WithLetters(string text)
    {
        var read = text.ToCharArray();
        for (var i = 0; i < read.Length; i++)
        {
            if (Boxes.IndexOf(read[i], StringComparison.Ordinal) is var at and >= 0
                && (IsLetterAt(read, i - 1) || IsLetterAt(read, i + 1)))
            {
                read[i] = Tajik[at];
            }
        }

        return new string(read);
    }

    private static bool IsLetterAt(char[] text, int index) =>
        index >= 0 && index < text.Length && Letters.IsCyrillic(text[index]);

    // Null where a letter has no place in Windows-1251: then the text was not misread so.
    private static string? Reread(string text)
    {
        try
        {
            var bytes = CodePagesEncodingProvider.Instance.GetEncoding(
                Windows1251, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetBytes(text);
            return CodePagesEncodingProvider.Instance.GetEncoding(Koi8R)!.GetString(bytes);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
