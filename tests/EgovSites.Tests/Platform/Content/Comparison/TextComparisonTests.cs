using System.Diagnostics;
using EgovSites.Platform.Content.Comparison;

namespace EgovSites.Tests.Platform.Content.Comparison;

public class TextComparisonTests
{
    [Test]
    public void A_changed_number_is_shown_inside_its_paragraph()
    {
        var comparison = TextComparison.Of("Дар он 22 духтур кор мекунад.", "Дар он 24 духтур кор мекунад.");

        Assert.That(comparison.Paragraphs.Single().Runs, Is.EqualTo(new[]
        {
            new TextRun(RunKind.Same, "Дар он "), new TextRun(RunKind.Removed, "22"), new TextRun(RunKind.Added, "24"),
            new TextRun(RunKind.Same, " духтур кор мекунад."),
        }));
    }

    [Test]
    public void Neighbouring_changed_words_are_one_change()
    {
        var comparison =
            TextComparison.Of("Пункт открыт в селе сегодня утром.", "Пункт закрыт до весны сегодня утром.");

        Assert.That(comparison.Paragraphs.Single().Runs.Where(run => run.Kind != RunKind.Same)
            .Select(run => run.Text), Is.EqualTo(["открыт в селе", "закрыт до весны"]));
    }

    [Test]
    public void An_inserted_paragraph_leaves_its_neighbours_alone()
    {
        var comparison = TextComparison.Of("Якум.\n\nСеюм.", "Якум.\n\nДуюми тамоман нав.\n\nСеюм.");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                comparison.Paragraphs.Select(paragraph => paragraph.IsChanged), Is.EqualTo([false, true, false]));
            Assert.That(comparison.Paragraphs[1].After, Is.EqualTo("Дуюми тамоман нав."));
            Assert.That(comparison.Paragraphs[1].Place, Is.EqualTo(1));
        }
    }

    [Test]
    public void A_rewritten_paragraph_between_an_added_and_a_removed_one_finds_its_own()
    {
        var comparison = TextComparison.Of(
            "Старый абзац про дорогу.\nЦентр принимает сто пятьдесят человек в день.",
            "Центр принимает двести человек в день.\nСовсем новый абзац о расписании врачей.");

        Assert.That(comparison.Paragraphs.Select(paragraph => (paragraph.Before, paragraph.After)), Is.EqualTo(new[]
        {
            ("Старый абзац про дорогу.", ""),
            ("Центр принимает сто пятьдесят человек в день.", "Центр принимает двести человек в день."),
            ("", "Совсем новый абзац о расписании врачей."),
        }));
    }

    [Test]
    public void Words_are_counted_apart()
    {
        var comparison = TextComparison.Of("один два три", "один два четыре пять");

        Assert.That((comparison.AddedWords, comparison.RemovedWords), Is.EqualTo((2, 1)));
    }

    [TestCase("", "")]
    [TestCase("Якхела.\n\nМатн.", "Якхела.\r\n\r\n\r\nМатн.  ")]
    public void Empty_lines_and_spaces_at_line_ends_change_nothing(string before, string after) =>
        Assert.That(TextComparison.Of(before, after).IsSame, Is.True);

    [TestCase(7)]
    [TestCase(42)]
    [TestCase(1991)]
    public void Both_texts_can_be_put_together_from_the_comparison_again(int seed)
    {
        var (before, after) = RandomTexts(seed, paragraphs: 40, words: 12, edits: 60);

        var comparison = TextComparison.Of(before, after);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Paragraphs.Select(paragraph => paragraph.Before)
                .Where(text => text.Length > 0), Is.EqualTo(TextComparison.ParagraphsOf(before)));
            Assert.That(comparison.Paragraphs.Select(paragraph => paragraph.After)
                .Where(text => text.Length > 0), Is.EqualTo(TextComparison.ParagraphsOf(after)));
        }
    }

    [TestCase(80, 30, 25, 20)]
    [TestCase(1, 3000, 200, 100)]
    [TestCase(1, 3000, 100_000, 400)]
    public void Twenty_thousand_letters_are_compared_while_the_page_is_made(
        int paragraphs, int words, int edits, int milliseconds)
    {
        var (before, after) = RandomTexts(3, paragraphs, words, edits);
        TextComparison.Of(before, after);

        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            TextComparison.Of(before, after);
            return clock.ElapsedMilliseconds;
        });

        TestContext.Out.WriteLine($"{before.Length} letters, {edits} edits: {best} ms");
        Assert.That(best, Is.LessThan(milliseconds));
    }

    private static (string Before, string After) RandomTexts(int seed, int paragraphs, int words, int edits)
    {
        var random = new Random(seed);
        string Word() => "калима" + random.Next(400);
        var text = Enumerable.Range(0, paragraphs).Select(_ => Enumerable.Range(0, words).Select(_ => Word()).ToList())
            .ToList();
        var before = Join(text);
        for (var edit = 0; edit < edits; edit++)
        {
            var paragraph = text[random.Next(text.Count)];
            paragraph[random.Next(paragraph.Count)] = Word();
        }

        return (before, Join(text));
    }

    private static string Join(IEnumerable<List<string>> text) =>
        string.Join("\n\n", text.Select(words => string.Join(' ', words) + "."));
}
