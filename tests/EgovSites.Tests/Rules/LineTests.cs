using System.Text.RegularExpressions;

namespace EgovSites.Tests.Rules;

/// <summary>A line of code is read in one glance: 120 letters, longer only for the words of a text.</summary>
public partial class LineTests
{
    private const int Longest = 120;

    [Test]
    public void No_line_of_code_is_longer_than_the_eye()
    {
        var lines =
            from folder in new[] { "src", "themes", "tests" }
            from file in Directory.GetFiles(Path.Combine(SourceRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            from line in LongText().Replace(File.ReadAllText(file), "\"\"").Split('\n')
            where line.Length > Longest && !line.Contains('"', StringComparison.Ordinal)
            select $"{Path.GetRelativePath(SourceRoot.Path, file)}: {line.Trim()}";

        Assert.That(lines, Is.Empty);
    }

    [GeneratedRegex("\"\"\".*?\"\"\"", RegexOptions.Singleline)]
    private static partial Regex LongText();
}
