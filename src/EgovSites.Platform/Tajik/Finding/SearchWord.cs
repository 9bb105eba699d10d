namespace EgovSites.Platform.Tajik.Finding;

/// <summary>
/// A word that somebody looks for, in each form of <see cref="Folding.ForSearch"/>: as written, without Tajik letters,
/// in Latin ones.
/// </summary>
public sealed record SearchWord(string Written, string Folded, string Latin)
{
    /// <summary>More words narrow a search no further.</summary>
    public const int Most = 8;

    /// <summary>The words of a question in their order, each once.</summary>
    public static IReadOnlyList<SearchWord> In(string asked) =>
        [.. Folding.AsWritten(asked).Split(' ').Distinct().Select(Of).Where(word => word.Folded.Length > 0)
            .DistinctBy(word => word.Folded).Take(Most)];

    public bool IsNumber => Folded.All(char.IsAsciiDigit);

    /// <summary>Whether it stands in a text of which these are the forms, be it within a longer word.</summary>
    public bool IsIn(string forms) =>
        forms.Contains(Folded, StringComparison.Ordinal) || forms.Contains(Latin, StringComparison.Ordinal);

    /// <summary>Whether a word of these forms begins with it.</summary>
    public bool Begins(string forms) =>
        forms.Contains(' ' + Folded, StringComparison.Ordinal) || forms.Contains(' ' + Latin, StringComparison.Ordinal);

    // What has no Latin letters, or only some, is sought as it is.
    private static SearchWord Of(string written) =>
        new(written, Folding.Fold(written), Folding.ToLatin(written) is { Length: > 0 } latin
            && latin.All(char.IsAsciiLetterOrDigit) ? latin : Folding.Fold(written));
}
