using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Theming.Views;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Content.Running;

/// <summary>
/// No text that a field takes costs the processor more than a fifth of a second to check, and none more to show.
/// </summary>
[NonParallelizable]
public class MarkdownCostTests
{
    private const int Longest = 60_000;
    private const int Most = 200;

    private static readonly string[] Pieces =
    [
        "[a](", "[](a](b", "![a](", "*a ", "**a", "_a ", "~~a ", "^a", "~a", "`a ", "<a", "<a:", "&a",
        "1w, site:/media/", "[", "![", "[a]: b\n", "[^1]: a\n\n",
        "a|", "|\n", "|-", "> ", "- ", "*", "_", "\\ ", "  \n", "1. a\n", "# a\n", "![a](b) ", "[a][b] ", "]", "[a](<b",
        "^a\\ ",
        "- a\n", "* \n", "+\n", "> a\n", ">\n", "> > > > > a\n", "> a\n\n", "- a\n\n", "1. a\n\n", "1)\n", "#\n",
        "---\n", "***\n", "a\n---\n", "a\n=\n",
        "```\na\n```\n", "~~~\n", "    a\n", "a\n", "a  \n", "a\\\n", "a\n\n", "- > - > a\n", "1. - a\n", "- - - a\n",
        "<!--", "<a@b.c>", "<http://a>",
        "&amp;", "&#65;", "\\*", "a*", "a_b_", "**a**", "***a** b*", "~~a~~", "^a^", "~a~", "](", "[a][", "\\[",
        "| a | b |\n", "a|b\n-|-\n", "|a|\n|-|\n|a|\n\n",
        "*a _b ~~c ", "+ a\n  + a\n    + a\n", "[a](http://b) ", "\u0301", "\U0001F600",
    ];

    private static IEnumerable<TestCaseData> Texts() =>
    [
        .. Pieces.Select(piece => Case(piece, Times(piece, Longest / piece.Length))),
        .. new[] { 2, 10, 100, 1000, 5000 }.Select(columns => Case($"a table of {columns} columns", Table(columns))),
        Case("lists in lists",
            string.Concat(Enumerable.Range(0, 340).Select(level => new string(' ', level) + "- a\n"))),
        Case("quotes in quotes",
            string.Concat(Enumerable.Range(1, 340).Select(level => new string('>', level) + "a\n"))),
        Case("lines deep in quotes", Times(Times("> ", 60) + "a\n", 480)),
        Case("lines deep in lists", Times(Times("- ", 60) + "a\n", 480)),
        Case("lines deep in numbers", Times(Times("1. ", 60) + "a\n", 320)),
        Case("rows of backticks",
            string.Concat(Enumerable.Range(1, 340).Select(length => new string('`', length) + " "))),
        Case("rows of stars", string.Concat(Enumerable.Range(1, 340).Select(length => new string('*', length) + "a"))),
        Case("links in links", Times("[", 990) + "a" + Times("](b)", 990)),
        Case("references used", string.Concat(Enumerable.Range(0, 480).Select(number => $"[a{number}]: b\n"))
            + Times("[a1] ", 500)),
        Case("a heading of lines", Times("a\n", 7000) + "---"),
    ];

    [TestCaseSource(nameof(Texts))]
    public void A_hostile_text_is_refused_at_once_or_costs_little(string text)
    {
        var canRender = false;
        var check = ThreadTime.Least(() => canRender = MarkdownCost.Excess(text) is null
            && MarkdownText.CanRender(text), enough: Most);
        // What was kept before there was a limit is shown all the same.
        var show = ThreadTime.Least(() => Shown(text, canRender), enough: Most);

        TestContext.Out.WriteLine($"check {check} ms, show {show} ms, {(canRender ? "taken" : "refused")}");
        Assert.That(new[] { check, show }, Is.All.LessThanOrEqualTo(Most));
    }

    // Each kind at the very number that is still taken.
    [TestCaseSource(nameof(Pieces))]
    public void At_the_limit_it_costs_little_too(string piece)
    {
        var (most, over) = (1, Longest / piece.Length + 1);
        while (over - most > 1)
        {
            var middle = (most + over) / 2;
            (most, over) = MarkdownCost.Excess(Times(piece, middle)) is null ? (middle, over) : (most, middle);
        }

        var text = Times(piece, most);

        var cost = ThreadTime.Least(() => MarkdownText.CanRender(text), enough: Most);

        TestContext.Out.WriteLine($"{most} times: {cost} ms");
        Assert.That(cost, Is.LessThanOrEqualTo(Most));
    }

    [Test]
    public void Marks_are_counted_before_a_text_is_read()
    {
        Assert.That(MarkdownCost.Excess(Times("[a](", MarkdownCost.Most + 1)), Is.EqualTo('['));
        Assert.That(MarkdownCost.Excess(Times("*a _b ", MarkdownCost.Most / 2 + 1)), Is.EqualTo('*')
            .Or.EqualTo('_'), "together");
        Assert.That(MarkdownCost.Excess(new string('_', Longest)), Is.Null, "a row of them is one");
        Assert.That(MarkdownText.ToHtml(Times("*a ", 19_000)), Does.StartWith("<p>*a *a"));
    }

    [TestCase("a\n\n", "field.tooManyLines")]
    [TestCase("> ", "field.tooManyMarks")]
    [TestCase("a|b\n", "field.tooManyMarks")]
    [TestCase("- - a\n", "field.tooManyPoints")]
    [TestCase("1. - a\n", "field.tooManyPoints")]
    public void A_refusal_says_at_the_field_what_there_is_too_much_of(string piece, string key)
    {
        var field = StandardReader.Read(Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0")).Types
            .SelectMany(type => type.Fields).First(field => field.Name == FieldNames.Body);

        var read = FieldTypes.Of(field).Read(field, FieldInput.Of(Times(piece, Longest / piece.Length - 1)));

        Assert.That(read.Problem!.Key, Is.EqualTo(key));
    }

    [Test]
    public void A_long_ordinary_text_is_taken()
    {
        var law = string.Concat(Enumerable.Range(1, 400).Select(number =>
            $"## Моддаи {number}\n\n{number % 999 + 1}. Банди **якум** ва [истинод](https://mmk.tj/{number}).\n- нуқта\n- нуқта\n\n| Сол | Маблағ |\n| --- | --- |\n| 2026 | {number} |\n\n"));

        Assert.That(MarkdownCost.Excess(law), Is.Null);
        Assert.That(MarkdownText.CanRender(law), Is.True);
    }

    private static TestCaseData Case(string name, string text) =>
        new TestCaseData(text)
            .SetArgDisplayNames(name.Replace("\n", "↵", StringComparison.Ordinal)
                .Replace("\"", "'", StringComparison.Ordinal));

    private static string Times(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static string Table(int columns)
    {
        var row = "|" + Times("a|", columns) + "\n";
        var head = row + "|" + Times("-|", columns) + "\n";
        return head + Times(row, Math.Max(1, (Longest - head.Length) / row.Length));
    }

    private static void Shown(string text, bool canRender)
    {
        if (canRender || MarkdownCost.Excess(text) is not null)
        {
            new RenderedHtml(MarkdownText.ToHtml(text)).ToText();
        }
    }
}
