using System.Text;

namespace EgovSites.Platform.Tajik.Spelling;

/// <summary>The order of the 35 Tajik letters, which ICU gets wrong for ӣ, ӯ and ё (tajik.md 3.1 and 3.2).</summary>
public static class Alphabet
{
    // ц щ ы ь left the alphabet in 1998 and stand here where Russian words need them.
    private const string Order = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳцчҷшщъыьэюя";
    private const char FirstRank = '\u0400';

    /// <summary>
    /// A key which, compared by code units, gives the order of the alphabet: word by word, without regard to case
    /// or punctuation, digits before Latin before Cyrillic letters.
    /// </summary>
    public static string SortKey(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in Composition.Nfc(text).ToLowerInvariant())
        {
            Append(key, letter);
        }

        return key.ToString().TrimEnd(' ');
    }

    /// <summary>The upper-case letter a title is listed under; "#" when it begins with a digit or has none.</summary>
    public static string IndexLetter(string text)
    {
        var first = Composition.Nfc(text).ToLowerInvariant().FirstOrDefault(char.IsLetterOrDigit);
        var letter = Rank(first) >= 0 ? first : Letters.PlainLatin(first);
        return letter is null ? "#" : char.ToUpperInvariant(letter.Value).ToString();
    }

    /// <summary>Compares by <see cref="SortKey"/>; what is sorted often should keep its keys instead.</summary>
    public static int Compare(string left, string right) => string.CompareOrdinal(SortKey(left), SortKey(right));

    private static void Append(StringBuilder key, char letter)
    {
        if (Rank(letter) is var rank and >= 0)
        {
            key.Append((char)(FirstRank + rank));
        }
        else if (char.IsLetterOrDigit(letter))
        {
            key.Append(Letters.PlainLatin(letter) ?? letter);
        }
        else if (!Letters.IsMark(letter) && !Letters.IsApostrophe(letter) && key is [.., not ' '])
        {
            key.Append(' ');
        }
    }

    private static int Rank(char letter) => Order.AsSpan().IndexOf(letter);
}
