using System.Globalization;
using System.Text;
using EgovSites.Platform.Tajik.Spelling;
using PhoneNumbers;

namespace EgovSites.Platform.Tajik;

/// <summary>
/// Telephone numbers as people write them: of Tajikistan (+992 and nine digits, tajik.md 3.3) and of the world.
/// </summary>
public static class TajikPhone
{
    private const string Country = "+992";
    private const int NationalDigits = 9;

    /// <summary>
    /// Reads a number as typed, also "÷992" of old fonts, into "+992370000000" or "+79160000000"; else null.
    /// </summary>
    public static string? ToE164(string? text)
    {
        var digits = Digits((text ?? "").Trim()) switch
        {
            ['+', ..] other => other,
            ['0', '0', .. { Length: > NationalDigits } rest] => "+" + rest,
            ['8', '1', '0', .. { Length: > NationalDigits } rest] => "+" + rest,
            ['9', '9', '2', .. { Length: NationalDigits } rest] => Country + rest,
            ['8', .. { Length: NationalDigits } rest] => Country + rest,
            { Length: NationalDigits } national => Country + national,
            // The trunk digit of Russia and Kazakhstan.
            ['8', .. { Length: 10 } rest] => "+7" + rest,
            var other => other,
        };
        return digits switch
        {
            null or "" => null,
            _ when digits.StartsWith(Country, StringComparison.Ordinal) =>
                digits.Length == Country.Length + NationalDigits ? digits : null,
            ['+', ..] => OfTheWorld(digits, isSure: true),
            { Length: > NationalDigits } => OfTheWorld("+" + digits, isSure: false),
            _ => null,
        };
    }

    /// <summary>
    /// "(+992 37) 000-00-00": the first two digits are shown as the code for city and mobile numbers alike.
    /// A number of another country is returned as it came.
    /// </summary>
    public static string Display(string e164)
    {
        if (ToE164(e164) is not { } phone || !phone.StartsWith(Country, StringComparison.Ordinal))
        {
            return e164;
        }

        return $"({Country} {phone[4..6]}) {phone[6..9]}-{phone[9..11]}-{phone[11..]}";
    }

    // Without its plus a number must be a valid one; with it, any that could be given out is believed.
    private static string? OfTheWorld(string number, bool isSure)
    {
        try
        {
            var phones = PhoneNumberUtil.GetInstance();
            var read = phones.Parse(number, null);
            // A number possible only within its own town leads nobody there from here.
            return (isSure ? phones.IsPossibleNumberWithReason(read) is PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                : phones.IsValidNumber(read)) ? phones.Format(read, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string? Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit and >= 0)
            {
                digits.Append((char)('0' + digit));
            }
            else if (letter is '+' or '÷' or '\uFF0B' && digits.Length == 0)
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

    // Address books put direction marks around what is copied from them.
    private static bool IsSeparator(char letter) =>
        char.IsWhiteSpace(letter) || Letters.IsMark(letter)
        || letter is '(' or ')' or '-' or '.' or '/' or '~' or '\u2212' or (>= '\u2010' and <= '\u2015');
}
