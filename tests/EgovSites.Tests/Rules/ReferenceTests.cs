using System.Text.RegularExpressions;
using EgovSites.Platform.Content.Definitions;

namespace EgovSites.Tests.Rules;

/// <summary>Keeps the house as docs/adr and the README draw it.</summary>
public partial class ReferenceTests
{
    private static readonly string Root = SourceRoot.Path;

    [TestCase("src/EgovSites.Platform", "")]
    [TestCase("src/EgovSites.Features", "Platform")]
    [TestCase("src/EgovSites.Admin", "Platform")]
    [TestCase("themes/Egov", "Platform")]
    [TestCase("src/EgovSites.Host", "Admin,Features,Theme")]
    public void A_project_references_only_what_stands_below_it(string folder, string allowed)
    {
        var project = File.ReadAllText(Directory.GetFiles(Path.Combine(Root, folder), "*.csproj").Single());

        var referenced = ProjectReference().Matches(project).Select(match => match.Groups["name"].Value).Order();

        Assert.That(referenced, Is.EquivalentTo(allowed.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void Features_do_not_use_each_other()
    {
        var offenders =
            from folder in Directory.GetDirectories(Path.Combine(Root, "src/EgovSites.Features")).Where(IsCode)
            from file in Directory.GetFiles(folder, "*.cs*", SearchOption.AllDirectories)
            from Match use in FeatureUse().Matches(File.ReadAllText(file))
            where use.Groups["name"].Value != Path.GetFileName(folder)
            select $"{Path.GetRelativePath(Root, file)} uses {use.Groups["name"].Value}";

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void No_content_type_is_named_in_code_outside_its_own_folder()
    {
        var types = StandardReader.Read(Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0")).Types;
        var words = new Regex("\"("
            + string.Join('|', types.SelectMany(type => new[] { type.Name, type.Section, "/" + type.Section })
                .Select(Regex.Escape)) + ")\"");

        var offenders =
            from file in Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
                .Where(IsCode)
            from line in File.ReadLines(file)
                .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            from Match word in words.Matches(line)
            where !AllowedWords.Contains(word.Value)
            select $"{Path.GetRelativePath(Root, file)} says {word.Value}";

        Assert.That(offenders, Is.Empty);
    }

    // The banned-symbols list can forbid a method, not one of its values: the wall between tenants is never filtered
    // away.
    [Test]
    public void The_wall_between_tenants_is_left_out_of_no_query()
    {
        var offenders =
            from folder in new[] { "src", "themes" }
            from file in Directory.GetFiles(Path.Combine(Root, folder), "*.cs*", SearchOption.AllDirectories)
                .Where(IsCode)
            from Match use in FiltersIgnored().Matches(File.ReadAllText(file))
            where use.Groups["names"].Value != "Publication.WithoutWithdrawn"
            select $"{Path.GetRelativePath(Root, file)}: {use.Value}";

        Assert.That(offenders, Is.Empty);
    }

    // "Event" is also the word of schema.org for structured data.
    private static readonly string[] AllowedWords = ["\"Event\""];

    private static bool IsCode(string path) => !Output().IsMatch(path.Replace('\\', '/'));

    [GeneratedRegex("ProjectReference Include=\"[^\"]*EgovSites\\.(?<name>[A-Za-z]+)[^\"/]*\\.csproj\"")]
    private static partial Regex ProjectReference();

    [GeneratedRegex("EgovSites\\.Features\\.(?<name>[A-Z][A-Za-z]+)")]
    private static partial Regex FeatureUse();

    [GeneratedRegex(@"\bIgnoreQueryFilters\(\[?(?<names>[^\])]*)")]
    private static partial Regex FiltersIgnored();

    [GeneratedRegex("/(bin|obj)(/|$)")]
    private static partial Regex Output();
}
