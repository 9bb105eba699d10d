using System.Text.RegularExpressions;

namespace EgovSites.Tests.Rules;

/// <summary>
/// What people wrote is shortened by TextHygiene alone: a slice of so many units leaves half an emoji or a letter
/// without its mark.
/// </summary>
public partial class WholeLettersTests
{
    // Hashes, codes, addresses and lists, which have no letters beyond ASCII or no letters at all.
    private static readonly string[] Others =
    [
        "MediaField.cs", "VisitLimits.cs", "SlugChooser.cs", "Poster.cs", "ThemeAssets.cs", "PageKeeping.cs",
        "MemoryHandler.cs", "Likeness.cs",
        "RecoveryCodes.cs", "CheckCode.cs",
    ];

    [Test]
    public void No_text_is_cut_by_its_units()
    {
        var cuts =
            from folder in new[] { "src", "themes" }
            from file in Directory.GetFiles(Path.Combine(SourceRoot.Path, folder), "*.cs*", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && !Others.Contains(Path.GetFileName(file))
            from Match cut in Cut().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(SourceRoot.Path, file)}: {cut.Value}";

        Assert.That(cuts, Is.Empty);
    }

    [GeneratedRegex(@"\[\.\.(\d+|(Max|Most|Longest|Length|Limit)\w*)\]|\.Substring\(")]
    private static partial Regex Cut();
}
