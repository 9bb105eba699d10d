using System.Text;
using EgovSites.Platform.Tajik.Cleaning;

namespace EgovSites.Platform.Tajik.Spelling;

/// <summary>
/// Finds letters that only look like the right ones (tajik.md 3.3), in text of a Tajik field. Where a text of more
/// than a title's length shows no sign of Tajik, only Latin letters are proposed.
/// </summary>
public static class LookAlikes
{
    private const string Latin = "ABCEHKMOPTXYaceopxykëïīūËĪŪ";
    private const string ForLatin = "АВСЕНКМОРТХУасеорхукёӣӣӯЁӢӮ";
    private const string Neighbour = "\u040E\u045E\u0403\u0453\u0400\u0450";
    private const string ForNeighbour = "ӮӯҒғЁё";
    private const string Vowels = "аеёиӣоуӯыэюя";

    /// <summary>The proposed repairs in the order of the text, none of them overlapping.</summary>
    public static IReadOnlyList<Repair> Find(string text)
    {
        var isTajik = TajikSigns.IsLikely(text);
        return [.. Letters.WordsIn(text).Where(word => word.Text.Any(Letters.IsCyrillic))
            .SelectMany(word => isTajik ? InLatin(word).Concat(InTajik(word)) : InLatin(word))
            .OrderBy(repair => repair.Start)];
    }

    /// <summary>The text with repairs of <see cref="Find"/> carried out, all or those an editor chose.</summary>
    public static string Apply(string text, IEnumerable<Repair> repairs)
    {
        var repaired = new StringBuilder(text.Length);
        var done = 0;
        foreach (var repair in repairs.OrderBy(repair => repair.Start))
        {
            repaired.Append(text, done, repair.Start - done).Append(repair.To);
            done = repair.Start + repair.Length;
        }

        return repaired.Append(text, done, text.Length - done).ToString();
    }

    // A word with a Latin letter that has no Cyrillic twin is meant so, or is more than a slip.
    private static IEnumerable<Repair> InLatin(Word word)
    {
        var latin = word.Text.Where(Letters.IsLatin).ToList();
        var isSlip = latin.Count * 2 <= word.Text.Length
            && latin.TrueForAll(letter => Latin.AsSpan().Contains(letter));
        return isSlip ? Replaced(word, Latin, ForLatin, RepairReason.LatinLookAlike) : [];
    }

    private static IEnumerable<Repair> InTajik(Word word)
    {
        if (TajikSigns.IsForeign(word.Text))
        {
            return [];
        }

        var neighbours = Replaced(word, Neighbour, ForNeighbour, RepairReason.NeighbourLetter);
        return EndsInShortI(word.Text) ? neighbours.Append(ShortI(word)) : neighbours;
    }

    private static IEnumerable<Repair> Replaced(Word word, string from, string to, RepairReason reason) =>
        word.Text.Select((letter, index) => (letter, index, at: from.AsSpan().IndexOf(letter)))
            .Where(found => found.at >= 0)
            .Select(found => One(word, found.index, to[found.at], reason));

    private static bool EndsInShortI(string word) =>
        word is [_, .., var before, 'й' or 'Й']
        && char.IsLetter(before) && !Vowels.AsSpan().Contains(char.ToLowerInvariant(before))
        && !Latin.AsSpan().Contains(before) && !Neighbour.AsSpan().Contains(before);

    private static Repair ShortI(Word word) =>
        One(word, word.Text.Length - 1, word.Text[^1] == 'Й' ? 'Ӣ' : 'ӣ', RepairReason.ShortIAtWordEnd);

    private static Repair One(Word word, int index, char to, RepairReason reason) =>
        new(word.Start + index, 1, word.Text[index].ToString(), to.ToString(), reason);
}
