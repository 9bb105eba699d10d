using System.Reflection;
using System.Text.RegularExpressions;
using EgovSites.Platform.Localization;

namespace EgovSites.Tests.Rules;

public partial class StringsTests
{
    private static readonly Assembly[] Assemblies =
        [.. new[] { "EgovSites.Platform", "EgovSites.Features", "EgovSites.Admin", "EgovSites.Theme.Egov" }.Select(Assembly.Load)];

    [Test]
    public void Every_word_stands_in_three_languages_with_the_same_places_for_values()
    {
        var words = StringsFile.Read(Assemblies);

        var uneven = words.Where(pair => Places(pair.Value.Tg) != Places(pair.Value.Ru) || Places(pair.Value.Tg) != Places(pair.Value.En)).Select(pair => pair.Key);

        Assert.That(uneven, Is.Empty);
    }

    [Test]
    public void Every_word_a_page_asks_for_exists()
    {
        var words = StringsFile.Read(Assemblies);
        var root = SourceRoot.Path;

        var missing =
            from file in new[] { "src", "themes" }.SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs*", SearchOption.AllDirectories))
            where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            from Match use in KeyUse().Matches(File.ReadAllText(file))
            where !words.ContainsKey(use.Groups["key"].Value)
            select $"{Path.GetRelativePath(root, file)}: {use.Groups["key"].Value}";

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Tajik_words_are_not_Russian_ones_left_untranslated()
    {
        var untranslated = StringsFile.Read(Assemblies)
            .Where(pair => pair.Value.Tg.Length > 25 && pair.Value.Tg == pair.Value.Ru).Select(pair => pair.Key);

        Assert.That(untranslated, Is.Empty);
    }

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\bL\[""(?<key>[a-zA-Z0-9.\-]+)""|new Reason\(""(?<key>[a-zA-Z0-9.\-]+)""|Refused\(""(?<key>[a-zA-Z0-9.\-]+)""")]
    private static partial Regex KeyUse();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
