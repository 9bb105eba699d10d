using System.Text.RegularExpressions;

namespace EgovSites.Tests.Rules;

/// <summary>
/// docs/security.md names a test for each attack, or says why there is none; a name that is no test is a promise nobody
/// keeps.
/// </summary>
public partial class SecurityPageTests
{
    private static readonly (char Group, int Last)[] Groups =
        [('T', 15), ('D', 13), ('X', 10), ('S', 12), ('C', 8), ('A', 11)];

    private static string Page => File.ReadAllText(Path.Combine(SourceRoot.Path, "docs", "security.md"));

    [Test]
    public void Each_of_the_attacks_has_its_line()
    {
        var lines = Attack().Matches(Page).Select(line => line.Groups["code"].Value);

        Assert.That(lines,
            Is.EquivalentTo(
                Groups.SelectMany(group => Enumerable.Range(1, group.Last)
                    .Select(number => $"{group.Group}{number}"))));
    }

    [Test]
    public void Each_test_that_is_named_exists()
    {
        var tests = Directory.GetFiles(Path.Combine(SourceRoot.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(SourceRoot.Path, "tests"), "*Test.cs", SearchOption.AllDirectories))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        var unknown = Named().Matches(Page).Where(name => !tests[name.Groups["fixture"].Value]
            .Any(text => text.Contains($" {name.Groups["test"].Value}(", StringComparison.Ordinal)))
            .Select(name => name.Value);

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public void A_line_without_a_test_says_why()
    {
        var silent = Attack().Matches(Page).Select(line => line.Value)
            .Where(line => !Named().IsMatch(line) && !line.Contains("no such feature", StringComparison.Ordinal)
                && !line.Contains("not tested:", StringComparison.Ordinal));

        Assert.That(silent, Is.Empty);
    }

    [GeneratedRegex(@"^\| (?<code>[TDXSCA]\d+) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Attack();

    [GeneratedRegex(@"`(?<fixture>\w+Tests?)\.(?<test>\w+)`")]
    private static partial Regex Named();
}
