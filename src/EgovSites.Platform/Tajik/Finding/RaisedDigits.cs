using System.Text;

namespace EgovSites.Platform.Tajik.Finding;

// Raised and lowered digits for search and addresses: м² and CO₂ are words of their letters and digits, but an article
// 7² is never article 72.
internal static class RaisedDigits
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    internal static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAny(Raised + Lowered))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 1);
        var level = "";
        foreach (var letter in text)
        {
            var (digit, own) = Read(letter);
            // A number ends where the next one stands higher or lower.
            plain.Append(own != level && plain is [.., >= '0' and <= '9'] && digit is >= '0' and <= '9' ? " " : "")
                .Append(digit);
            level = own;
        }

        return plain.ToString();
    }

    private static (char Digit, string Level) Read(char letter) =>
        Raised.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var raised ? ((char)('0' + raised), Raised)
        : Lowered.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var lowered ? ((char)('0' + lowered), Lowered)
        : (letter, "");
}
