using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EgovSites.Platform.Tajik.Finding;

namespace EgovSites.Admin.Languages.Memory;

/// <summary>
/// How alike two sentences are: twice the letter trigrams they have in common, over the trigrams of both (Dice's
/// coefficient), both folded as for search. 1 is equal but for case, punctuation and Tajik letters.
/// </summary>
public static class Likeness
{
    /// <summary>What is worth showing a translator.</summary>
    public const double Least = 0.75;

    /// <summary>Words shorter than this say nothing about a sentence.</summary>
    private const int ShortestWord = 4;

    public static double Of(string one, string other)
    {
        var (left, right) = (Trigrams(Folding.Fold(one)), Trigrams(Folding.Fold(other)));
        var common = left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        var all = left.Values.Sum() + right.Values.Sum();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    public static string HashOf(string sentence) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folding.Fold(sentence))))[..32];

    /// <summary>The words by which a sentence is found.</summary>
    public static IReadOnlyList<string> WordsOf(string sentence) =>
        [.. Folding.Words(sentence).Where(word => word.Length is >= ShortestWord and <= 64).Distinct()];

    private static Dictionary<string, int> Trigrams(string folded)
    {
        var text = $"  {folded} ";
        var trigrams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length - 2; start++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(trigrams, text.Substring(start, 3), out _)++;
        }

        return trigrams;
    }
}
