namespace EgovSites.Admin.Account.SignIn.Secrets;

/// <summary>Passwords that a rule makes: one piece again and again, digits alone, letters in a row.</summary>
public static class PasswordPatterns
{
    private const int FewestKinds = 5;

    public static bool Has(string password)
    {
        var plain = password.ToLowerInvariant();
        return !plain.Any(char.IsLetter) || plain.Distinct().Count() < FewestKinds || IsRepeated(plain) || IsRow(plain);
    }

    // "passwordpassword", "abcabcabcab": the piece may be cut off at the end.
    private static bool IsRepeated(string plain) => Enumerable.Range(1, plain.Length / 2)
        .Any(piece => Enumerable.Range(piece, plain.Length - piece).All(place => plain[place] == plain[place - piece]));

    // "abcdefgh1234", "zyxwvutsrqpo": nearly every letter is the neighbour of the one before.
    private static bool IsRow(string plain)
    {
        var steps = plain.Zip(plain.Skip(1), (one, next) => next - one).ToList();
        return Math.Max(steps.Count(step => step == 1), steps.Count(step => step == -1)) >= steps.Count - 2;
    }
}
