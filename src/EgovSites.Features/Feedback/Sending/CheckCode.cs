using System.Security.Cryptography;
using System.Text;

namespace EgovSites.Features.Feedback.Sending;

// What opens an appeal beside its number: ten letters of 28. The six digits of older appeals stay good.
public static class CheckCode
{
    public const int Length = 10;

    // No letter that looks like a digit, in either script.
    public const string Letters = "23456789abdefghkmnprstuvwxyz";

    private const string Cyrillic = "аекмртух";
    private const string ForCyrillic = "aekmptyx";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    // "abcde-fghij": two groups are copied with fewer slips than one.
    public static string Shown(string code) => code.Length == Length ? $"{code[..5]}-{code[5..]}" : code;

    // So short a secret can be guessed from many addresses at once.
    public static bool IsShort(string code) => code.Length < Length;

    public static bool Fits(string code, string typed) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Read(typed)));

    private static string Read(string typed) =>
        string.Concat(typed.ToLowerInvariant().Where(char.IsLetterOrDigit).Take(Length + 1).Select(Latin));

    private static char Latin(char letter) =>
        Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? ForCyrillic[at] : letter;
}
