using System.Text.RegularExpressions;

namespace EgovSites.Tests.Rules;

/// <summary>The plan of the house: rooms small enough to look over, and arrows between them that run one way.</summary>
public partial class RoomTests
{
    private const int Most = 15;

    // One form for each kind of field, and what they share.
    private static readonly string[] Larger = ["src/EgovSites.Admin/Writing/Editing/Fields"];

    private static readonly string Root = SourceRoot.Path;

    [Test]
    public void No_room_has_more_files_than_one_looks_over()
    {
        var halls =
            from folder in Directory.GetDirectories(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            where IsCode(folder) && !Larger.Contains(NameOf(folder))
            let files = Directory.GetFiles(folder)
                .Count(file => file.EndsWith(".cshtml", StringComparison.Ordinal) || IsPlainCode(file))
            where files > Most
            select $"{NameOf(folder)}: {files}";

        Assert.That(halls, Is.Empty);
    }

    [TestCase("Platform")]
    [TestCase("Features")]
    [TestCase("Host")]
    [TestCase("Admin")]
    public void Rooms_lean_on_each_other_one_way(string project) => Assert.That(Circle(Arrows(project)), Is.Empty);

    [Test]
    public void The_arrows_are_read() =>
        Assert.That(Arrows("Platform"), Does.Contain(("Publishing", "Content")).And.Count.GreaterThan(30));

    [Test]
    public void A_circle_is_seen() => Assert.That(
        Circle([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")]).Order(), Is.EqualTo(["b", "c"]));

    // The usings are exact: an unneeded one does not build.
    private static HashSet<(string From, string To)> Arrows(string project)
    {
        var folder = Path.Combine(Root, "src", $"EgovSites.{project}");
        var rooms = Directory.GetDirectories(folder).Where(IsCode).Select(room => Path.GetFileName(room)).ToList();
        return
        [
            .. from room in rooms
               from file in Directory.GetFiles(Path.Combine(folder, room), "*.cs", SearchOption.AllDirectories)
               from Match use in Use().Matches(File.ReadAllText(file))
               where use.Groups["project"].Value == project && use.Groups["room"].Value != room
                   && rooms.Contains(use.Groups["room"].Value)
               select (room, use.Groups["room"].Value),
        ];
    }

    // What is left when rooms that lean on nothing left, and rooms that nothing left leans on, are taken away.
    private static List<string> Circle(IEnumerable<(string From, string To)> arrows)
    {
        var left = arrows.ToHashSet();
        while (left.RemoveWhere(arrow => !left.Any(next => next.From == arrow.To)
            || !left.Any(before => before.To == arrow.From)) > 0)
        {
        }

        return [.. left.Select(arrow => arrow.From).Distinct()];
    }

    private static bool IsCode(string folder) => !NameOf(folder).Split('/').Any(part => part is "bin" or "obj");

    private static bool IsPlainCode(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith(".cshtml.cs", StringComparison.Ordinal);

    private static string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    [GeneratedRegex(@"\bEgovSites\.(?<project>\w+)\.(?<room>\w+)")]
    private static partial Regex Use();
}
