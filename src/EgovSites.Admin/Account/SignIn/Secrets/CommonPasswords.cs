using System.Collections.Frozen;

namespace EgovSites.Admin.Account.SignIn.Secrets;

/// <summary>
/// The passwords that are tried first. The list has words in English, Russian and Tajik, in both scripts, and the ways
/// over the keyboard; years, numbers and signs around them and letters that look alike are taken off before it is
/// asked.
/// </summary>
public static class CommonPasswords
{
    private const string Resource = "common-passwords.txt";

    private const string LookAlikes = "0o1i3e4a5s7t@a$s!i";

    private static readonly Lazy<FrozenSet<string>> Known = new(Read);

    public static int Count => Known.Value.Count;

    public static bool Contains(string password)
    {
        var plain = string.Concat(password.ToLowerInvariant().Where(letter => !char.IsWhiteSpace(letter)));
        var core = plain.Trim([.. plain.Where(letter => !char.IsLetter(letter)).Distinct()]);
        return new[] { plain, core, Straight(core), Straight(plain) }.Any(Known.Value.Contains);
    }

    private static string Straight(string word) => string.Concat(word.Select(letter =>
        LookAlikes.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 && place % 2 == 0
            ? LookAlikes[place + 1] : letter));

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
