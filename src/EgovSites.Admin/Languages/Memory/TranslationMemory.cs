using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Memory;

/// <summary>
/// Finds how sentences were translated on this site before, and the standard's own terms in them; four queries for any
/// number of sentences.
/// </summary>
public sealed class TranslationMemory(SiteDbContext db, CurrentTenant current, Standards standards)
{
    private const int Shown = 3;

    /// <summary>Letters with the space on either side; shorter words are no terms.</summary>
    private const int ShortestTerm = 5;

    private const int RareWords = 4;
    private const int Candidates = 40;

    /// <summary>A word of more sentences than this leads nowhere, unless the sentence has no rarer one.</summary>
    private const int Frequent = 500;

    private sealed record Term(string Folded, Suggestion Suggestion);

    /// <summary>For each sentence what is known, the likest first; terms last.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Suggestion>>> SuggestAsync(
        string from, string to, IReadOnlyList<string> sentences, CancellationToken cancellation = default)
    {
        var pairs = await FindAsync(from, to, sentences, cancellation);
        var terms = Terms()
            .Select(term => new Term($" {Folding.Fold(term[from])} ", new Suggestion(term[from], term[to], 0)))
            .Where(term => term.Folded.Length > ShortestTerm).DistinctBy(term => term.Folded).ToList();
        return [.. sentences.Select(sentence =>
            (IReadOnlyList<Suggestion>)[.. Like(sentence, pairs.GetValueOrDefault(sentence, [])),
                .. In(sentence, terms)])];
    }

    private static IEnumerable<Suggestion> Like(string sentence, IEnumerable<MemoryPair> pairs) => pairs
        .Select(pair => new Suggestion(pair.Source, pair.Target, (int)(100 * Likeness.Of(sentence, pair.Source))))
        .Where(found => found.Percent >= 100 * Likeness.Least).OrderByDescending(found => found.Percent)
        .DistinctBy(found => found.Target).Take(Shown);

    private static IEnumerable<Suggestion> In(string sentence, IEnumerable<Term> terms)
    {
        var folded = $" {Folding.Fold(sentence)} ";
        return terms.Where(term => folded.Contains(term.Folded, StringComparison.Ordinal))
            .Select(term => term.Suggestion).Take(Shown);
    }

    private async Task<Dictionary<string, List<MemoryPair>>> FindAsync(
        string from, string to, IReadOnlyList<string> sentences, CancellationToken cancellation)
    {
        var hashes = sentences.Select(Likeness.HashOf).Distinct().ToList();
        var pairs = db.Set<MemoryPair>().AsNoTracking().Where(pair => pair.From == from && pair.To == to);
        var exact = (await pairs.Where(pair => hashes.Contains(pair.Hash)).ToListAsync(cancellation))
            .ToLookup(pair => pair.Hash);
        var candidates = await CandidatesAsync(from, to, sentences, cancellation);
        var ids = candidates.Values.SelectMany(some => some).Distinct().ToList();
        var similar = ids.Count == 0 ? []
            : await pairs.Where(pair => ids.Contains(pair.Id)).ToDictionaryAsync(pair => pair.Id, cancellation);
        return sentences.Distinct().ToDictionary(sentence => sentence, sentence =>
            exact[Likeness.HashOf(sentence)]
                .Concat(candidates[sentence].Where(similar.ContainsKey).Select(id => similar[id]))
                .DistinctBy(pair => pair.Id).ToList());
    }

    // Like sentences share their rare words, so only sentences with one of those are read at all.
    private async Task<Dictionary<string, List<string>>> CandidatesAsync(
        string from, string to, IReadOnlyList<string> sentences, CancellationToken cancellation)
    {
        var words = db.Set<MemoryWord>().Where(word => word.From == from && word.To == to);
        var all = sentences.SelectMany(Likeness.WordsOf).Distinct().ToList();
        var known = await words.Where(word => all.Contains(word.Word)).GroupBy(word => word.Word)
            .Select(same => new { Word = same.Key, Count = same.Count() })
            .ToDictionaryAsync(word => word.Word, word => word.Count, cancellation);
        var rare = sentences.Distinct().ToDictionary(sentence => sentence, sentence => Rarest(sentence, known));
        var asked = rare.Values.SelectMany(some => some).Distinct().ToList();
        var rows = (await words.Where(word => asked.Contains(word.Word)).Select(word => new { word.Word, word.PairId })
            .ToListAsync(cancellation))
            .ToLookup(row => row.Word, row => row.PairId);
        return rare.ToDictionary(sentence => sentence.Key, sentence => sentence.Value.SelectMany(word => rows[word])
            .GroupBy(id => id).OrderByDescending(same => same.Count()).Take(Candidates).Select(same => same.Key)
            .ToList());
    }

    private static List<string> Rarest(string sentence, Dictionary<string, int> known)
    {
        var sorted = Likeness.WordsOf(sentence).Where(known.ContainsKey).OrderBy(word => known[word]).ToList();
        return [.. sorted.Where((word, place) => place == 0 || known[word] <= Frequent).Take(RareWords)];
    }

    private IEnumerable<Trilingual> Terms()
    {
        var standard = standards[current.Tenant.Standard];
        return standard.Taxonomies.Values.SelectMany(taxonomy => taxonomy.Terms).Select(term => term.Label)
            .Concat(standard.Types.SelectMany(type => new[] { type.Label, type.Plural }));
    }
}
