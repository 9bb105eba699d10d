using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Theming.Views;


namespace EgovSites.Tests.Platform.Content.Running;

public class MarkdownTextTests
{
    [TestCase("Моддаи 7^2^.", "<p>Моддаи 7<sup>2</sup>.</p>\n", "Моддаи 7².")]
    [TestCase("10^-3^ ва м^2^", "<p>10<sup>-3</sup> ва м<sup>2</sup></p>\n", "10⁻³ ва м²")]
    [TestCase("7^(1)^а", "<p>7<sup>(1)</sup>а</p>\n", "7⁽¹⁾а")]
    [TestCase("H~2~O", "<p>H<sub>2</sub>O</p>\n", "H₂O")]
    [TestCase("7^а\\ б^", "<p>7<sup>а б</sup></p>\n", "7^а б")]
    [TestCase("**м^2^** ва ^2^", "<p><strong>м<sup>2</sup></strong> ва <sup>2</sup></p>\n", "м² ва ²")]
    [TestCase("x^2 and y^2", "<p>x^2 and y^2</p>\n", "x^2 and y^2")]
    [TestCase("~5 ё ~6 млн", "<p>~5 ё ~6 млн</p>\n", "~5 ё ~6 млн")]
    [TestCase("2\\^3\\^", "<p>2^3^</p>\n", "2^3^")]
    [TestCase("Маблағ ~~40~~ 30", "<p>Маблағ <del>40</del> 30</p>\n", "Маблағ  30")]
    public void Raised_lowered_and_struck_words_keep_their_meaning(string markdown, string html, string plain)
    {
        Assert.That(MarkdownText.ToHtml(markdown), Is.EqualTo(html));
        Assert.That(MarkdownText.ToPlain(markdown), Is.EqualTo(plain));
        Assert.That(new RenderedHtml(html).ToText(), Is.EqualTo(plain.Replace("  ", " ", StringComparison.Ordinal)));
    }

    [TestCase("A. Karimov opened the meeting.")]
    [TestCase("A. Karimov\nI. Rahimov\nM. Saidov")]
    [TestCase("2026. A good year")]
    [TestCase("C. 5 of the Act")]
    [TestCase("IV. Боби чорум")]
    [TestCase("а) якум")]
    public void An_initial_or_a_year_begins_a_sentence_and_no_list(string markdown) =>
        Assert.That(MarkdownText.ToHtml(markdown), Is.EqualTo($"<p>{markdown}</p>\n"));

    [Test]
    public void A_numbered_list_goes_on_where_it_says() =>
        Assert.That(MarkdownText.ToHtml("3. се\n4. чор"), Does.StartWith("<ol start=\"3\">"));

    [TestCase("Матн[^1]\n\n[^1]: эзоҳ дар поён", "Матн[^1]", "[^1]: эзоҳ дар поён")]
    [TestCase("Матн[^1][^2]\n\n[^1]: эзоҳ\n[^2]: дигар", "Матн[^1][^2]", "[^2]: дигар")]
    [TestCase("[Эзоҳ]: муҳим", "[Эзоҳ]: муҳим", "муҳим")]
    public void A_footnote_never_vanishes(string markdown, string text, string note)
    {
        Assert.That(MarkdownText.ToHtml(markdown), Does.Contain(text).And.Contain(note));
        Assert.That(MarkdownText.ToPlain(markdown), Does.Contain(text).And.Contain(note));
    }

    [Test]
    public void A_reference_to_an_address_is_still_a_link() =>
        Assert.That(
            MarkdownText.ToHtml("[ном][1]\n\n[1]: https://khovar.tj"), Does.Contain("<a href=\"https://khovar.tj\""));

    [Test]
    public void A_line_ends_inside_a_cell()
    {
        const string Markdown = "| Офис | Телефон |\n| --- | --- |\n| Матбуот | 221-11-11 \\ 221-22-22 |";

        Assert.That(MarkdownText.ToHtml(Markdown), Does.Match(@"<td>221-11-11\s*<br />\s*221-22-22</td>"));
        Assert.That(MarkdownText.ToPlain(Markdown), Does.Match(@"221-11-11\s+221-22-22"));
        Assert.That(MarkdownText.ToHtml("а \\ б"), Is.EqualTo("<p>а \\ б</p>\n"));
    }

    [Test]
    public void What_is_typed_survives_in_any_order()
    {
        var chance = new Random(7);
        string[] parts = ["м^2^", "H~2~O", "~~40~~", " ", ". ", "[^1]", "A. ", "2026. ", "**", "*", "а", "\\^", "~",
            "^", "\n\n", "[^1]: ", "| а \\ б |"];
        for (var turn = 0; turn < 2000; turn++)
        {
            var text = string.Concat(Enumerable.Range(0, 12).Select(_ => parts[chance.Next(parts.Length)]));
            if (text.Contains("~~~", StringComparison.Ordinal))
            {
                continue; // a fence of code, whose first line names the language
            }

            var shown = MarkdownText.ToHtml(text);
            Assert.That(shown.Count(letter => letter == 'а'), Is.EqualTo(text.Count(letter => letter == 'а')), text);
        }
    }
}
