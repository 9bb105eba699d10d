using System.Text;

namespace EgovSites.Platform.Tajik.Finding;

internal static class LatinFolding
{
    // In this order: shch before ch, zh before dj. Both the Tajik, Russian and English ways to write one sound meet.
    private static readonly (string From, string To)[] Merges =
    [
        ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("ch", "j"), ("dj", "j"), ("ts", "s"),
        ("yo", "e"), ("ye", "e"), ("x", "h"), ("q", "k"), ("w", "v"), ("y", "i"),
    ];

    internal static string Merge(string latin)
    {
        var merged = new StringBuilder(latin);
        foreach (var (from, to) in Merges)
        {
            merged.Replace(from, to);
        }

        return OneOfEachI(merged.ToString());
    }

    // "jumhurii", "jumhuriyi" and "jumhuri" are one word to a searcher.
    private static string OneOfEachI(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter != 'i' || single is not [.., 'i'])
            {
                single.Append(letter);
            }
        }

        return single.ToString();
    }
}
