using System.Text;

namespace EgovSites.Platform.Tajik;

/// <summary>Telephone numbers of Tajikistan, +992 and nine digits, as people write them (tajik.md 3.3).</summary>
public static class TajikPhone
{
    private const string Country = "+992";
    private const int NationalDigits = 9;

    /// <summary>Reads a number as typed, also "÷992" of old fonts, into "+992370000000"; else null.</summary>
    public static string? ToE164(string? text)
    {
        var digits = Digits((text ?? "").Trim());
        var national = digits switch
        {
            null => null,
            ['+', '9', '9', '2', .. var rest] => rest,
            ['+', ..] => null,
            ['0', '0', '9', '9', '2', .. { Length: NationalDigits } rest] => rest,
            ['9', '9', '2', .. { Length: NationalDigits } rest] => rest,
            ['8', .. { Length: NationalDigits } rest] => rest,
            _ => digits,
        };
        return national is { Length: NationalDigits } ? Country + national : null;
    }

    /// <summary>
    /// "(+992 37) 000-00-00": the first two digits are shown as the code for city and mobile numbers alike.
    /// A number of another country is returned as it came.
    /// </summary>
    public static string Display(string e164)
    {
        if (ToE164(e164) is not { } phone)
        {
            return e164;
        }

        return $"({Country} {phone[4..6]}) {phone[6..9]}-{phone[9..11]}-{phone[11..]}";
    }

    private static string? Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits.Append(letter);
            }
            else if (letter is '+' or '÷' && digits.Length == 0)
            {
                digits.Append('+');
            }
            else if (!IsSeparator(letter))
            {
                return null;
            }
        }

        return digits.ToString();
    }

    private static bool IsSeparator(char letter) =>
        letter is ' ' or '\u00A0' or '\u202F' or '(' or ')' or '-' or '.' or '/' or (>= '\u2010' and <= '\u2015');
}
