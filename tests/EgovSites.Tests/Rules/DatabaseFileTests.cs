using System.Text.RegularExpressions;

namespace EgovSites.Tests.Rules;

/// <summary>
/// No stream is ever opened on a database file: closing it would drop the locks of the connections beside it.
/// </summary>
public partial class DatabaseFileTests
{
    [Test]
    public void Nothing_opens_a_database_as_a_file()
    {
        var offenders =
            from file in Directory.GetFiles(Path.Combine(SourceRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            from Match use in StreamOnDatabase().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(SourceRoot.Path, file)}: {use.Value}";

        Assert.That(offenders, Is.Empty);
    }

    [TestCase("using var stream = File.OpenRead(sites.FileOf(tenant.Id));", true)]
    [TestCase("new FileStream(folder.CentralFile, FileMode.Open)", true)]
    [TestCase("File.ReadAllBytes(Path.Combine(place, \"site.db\"))", true)]
    [TestCase("File.Exists(folder.CentralFile)", false)]
    public void The_rule_knows_a_stream_when_it_sees_one(string code, bool isOffence) =>
        Assert.That(StreamOnDatabase().IsMatch(code), Is.EqualTo(isOffence));

    [GeneratedRegex(
        @"(\bFile\.(Open|Read|Write|Append|Create|Copy|Replace)\w*|new FileStream|new StreamReader|new StreamWriter)\([^;]*?(\.db""|\bFileOf\(|\bCentralFile\b)")]
    private static partial Regex StreamOnDatabase();
}
