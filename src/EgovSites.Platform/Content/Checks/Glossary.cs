using CsvHelper;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tajik.Spelling;

namespace EgovSites.Platform.Content.Checks;

/// <summary>
/// The official names and terms of a version of the standard, in three languages (<c>glossary.csv</c>).
/// </summary>
public sealed class Glossary
{
    // A single short word is an ordinary word, too.
    private const int FewestLetters = 5;

    private readonly Dictionary<string, ILookup<string, Spelling>> _byFirstWord;

    private sealed record Spelling(string Text, IReadOnlyList<string> Folded);

    private Glossary(IReadOnlyList<Trilingual> terms)
    {
        Terms = terms;
        _byFirstWord = Cultures.All.ToDictionary(culture => culture, culture => terms
            .Select(term => new Spelling(term[culture], FoldedWords(term[culture])))
            .Where(term => term.Folded.Count > 1 || term.Text.Length >= FewestLetters)
            .ToLookup(term => term.Folded[0], StringComparer.Ordinal));
    }

    public IReadOnlyList<Trilingual> Terms { get; }

    /// <summary>The glossary of a standard's folder; without the file it is empty.</summary>
    internal static Glossary Read(string folder)
    {
        var file = Path.Combine(folder, "glossary.csv");
        if (!File.Exists(file))
        {
            return new Glossary([]);
        }

        using var csv = CsvReader.FromFile(file);
        csv.ReadHeader();
        var terms = new List<Trilingual>();
        while (csv.Read())
        {
            terms.Add(new Trilingual(csv.GetString("tg"), csv.GetString("ru"), csv.GetString("en")));
        }

        return terms.FirstOrDefault(term => term.Tg.Length == 0 || term.Ru.Length == 0
            || term.En.Length == 0) is { } gap
            ? throw StandardException.At(file, terms.IndexOf(gap) + 2, "a term lacks a language.")
            : new Glossary(terms);
    }

    /// <summary>Terms with the words in any language, as they are typed: without Tajik letters, too.</summary>
    public IEnumerable<Trilingual> Find(string words)
    {
        var wanted = Folding.Fold(words);
        return Terms.Where(term =>
            Cultures.All.Any(culture => Folding.Fold(term[culture]).Contains(wanted, StringComparison.Ordinal)));
    }

    /// <summary>
    /// Where a text has the words of a term in other letters: another case, a missing Tajik letter, е for ё.
    /// </summary>
    public IEnumerable<GlossaryFinding> Check(string text, string culture)
    {
        var words = Letters.WordsIn(text).ToList();
        var folded = words.Select(word => Folding.Fold(word.Text)).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var term = _byFirstWord[culture][folded[i]]
                .Where(one => folded.Skip(i).Take(one.Folded.Count).SequenceEqual(one.Folded, StringComparer.Ordinal))
                .MaxBy(one => one.Folded.Count);
            if (term is null)
            {
                continue;
            }

            var last = words[i + term.Folded.Count - 1];
            var found = text[words[i].Start..(last.Start + last.Text.Length)];
            if (IsOtherwise(found, term.Text))
            {
                yield return new GlossaryFinding(words[i].Start, found, term.Text);
            }

            i += term.Folded.Count - 1;
        }
    }

    private static List<string> FoldedWords(string text) =>
        [.. Letters.WordsIn(text).Select(word => Folding.Fold(word.Text))];

    // A capital at the beginning of a sentence and whole words in capitals are other matters.
    private static bool IsOtherwise(string found, string term) =>
        found != term && found.Any(char.IsLower) && (found[1..] != term[1..] || char.IsUpper(term[0]));
}
