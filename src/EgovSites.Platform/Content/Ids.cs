using System.Security.Cryptography;

namespace EgovSites.Platform.Content;

/// <summary>Generated ids: 26 letters of Orchard's alphabet, 128 random bits, so none can be guessed.</summary>
public static class Ids
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, 26);

    /// <summary>
    /// True for a string that <see cref="New"/> could have made; anything else never reaches a file name.
    /// </summary>
    public static bool IsId(string? text) =>
        text is { Length: 26 } && text.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));
}
