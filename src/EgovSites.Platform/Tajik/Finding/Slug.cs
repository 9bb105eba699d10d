namespace EgovSites.Platform.Tajik.Finding;

/// <summary>The last part of an address, in Latin letters of our own tables (tajik.md 3.5).</summary>
public static class Slug
{
    private const int Longest = 80;

    /// <summary>
    /// The slug of a title by the table of its item's culture: at most 80 characters, cut between words, "" when no
    /// letter or digit is left. Titles may collide (у and ӯ both give u); the caller adds a number.
    /// </summary>
    public static string From(string text, string culture) =>
        Cultures.IsKnown(culture) ? Cut(Transliteration.Words(text, culture, '-')) : throw Cultures.Unknown(culture);

    /// <summary>Says whether the text can be a slug: 1 to 80 of a-z and 0-9 with single hyphens inside.</summary>
    public static bool IsValid(string slug) =>
        slug is { Length: > 0 and <= Longest } && slug[0] != '-' && slug[^1] != '-'
        && slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && !slug.Contains("--", StringComparison.Ordinal);

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest)
        {
            return slug;
        }

        var boundary = slug.LastIndexOf('-', Longest);
        return slug[..(boundary > 0 ? boundary : Longest)];
    }
}
