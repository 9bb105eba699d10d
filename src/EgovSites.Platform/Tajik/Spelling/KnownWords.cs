namespace EgovSites.Platform.Tajik.Spelling;

// Words of official Tajik that hold the six letters; a right reading of an old document gives several of them.
internal static class KnownWords
{
    private static readonly string[] Stems =
    [
        "ҷумҳур", "тоҷик", "ҳукумат", "ҳокими", "қонун", "қарор", "ҳуқуқ", "шаҳр", "ноҳия", "ҷамоат",
        "мақомот", "аҳоли", "маблағ", "муроҷиат", "иҷро", "иҷтимо", "ҳисобот", "лоиҳа", "таҳия", "тасдиқ",
        "муқаррар", "минтақа", "маҳал", "ҷавоб", "роҳбар", "соҳа", "ҳамкор", "ҷаҳон", "ҷиноят", "барқ",
        "таҳсил", "пешниҳод", "ҳифз", "ҷаласа", "суғд", "хуҷанд", "кӯлоб", "ҳисор", "роғун", "рӯз", "моҳи",
        "ҷой", "баҳор", "ҷумъа", "тарҷума", "хоҷаг", "меҳнат", "ғайра", "нақлиёт", "ҳуҷҷат", "қабул",
        "шӯъба", "ҷустуҷӯ", "фарҳанг", "оғоз", "миллӣ", "озодӣ", "ҳаёт", "ҳамчун", "ҳамаи", "ҳаққ", "ҳақ",
        "ҷинс",
    ];

    private static readonly HashSet<string> Short =
        new(["ҳар", "ҳам", "ҳама", "роҳ", "моҳ", "беҳ", "рӯи"], StringComparer.Ordinal);

    // Two for a known word, one for an ending only Tajik has: -ӣ, -ҳо, -ҳои, -ҳоро.
    internal static int Evidence(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Short.Contains(lower) || Array.Exists(Stems, stem => lower.StartsWith(stem, StringComparison.Ordinal)))
        {
            return 2;
        }

        return lower.Length >= 4 && (lower[^1] == 'ӣ' || HasPluralEnding(lower)) ? 1 : 0;
    }

    private static bool HasPluralEnding(string word) =>
        word.EndsWith("ҳо", StringComparison.Ordinal) || word.EndsWith("ҳои", StringComparison.Ordinal)
        || word.EndsWith("ҳоро", StringComparison.Ordinal);
}
