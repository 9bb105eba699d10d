using EgovSites.Platform.Content.Checks;
using EgovSites.Platform.Content.Definitions;


namespace EgovSites.Tests.Platform.Content.Checks;

public class GlossaryTests
{
    private static readonly Glossary Terms =
        StandardReader.Read(Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0")).Glossary;

    [TestCase(
        "ru", "Как сообщает министерство Финансов, доходы выросли.", "министерство Финансов", "Министерство финансов")]
    [TestCase("ru", "Согдийская Область", "Согдийская Область", "Согдийская область")]
    [TestCase("ru", "Комитет молодежи и спорта", "Комитет молодежи и спорта", "Комитет молодёжи и спорта")]
    [TestCase("tg", "дар Чумхурии Точикистон", "Чумхурии Точикистон", "Ҷумҳурии Тоҷикистон")]
    [TestCase("en", "the ministry of finance", "ministry of finance", "Ministry of Finance")]
    public void An_official_name_in_other_letters_is_found(string culture, string text, string found, string suggestion)
    {
        Assert.That(Terms.Check(text, culture),
            Is.EqualTo(
                new[] { new GlossaryFinding(text.IndexOf(found, StringComparison.Ordinal), found, suggestion) }));
    }

    [TestCase("ru", "Министерство финансов и Министерства финансов")]
    [TestCase("ru", "Физическое лицо и ФИЗИЧЕСКОЕ ЛИЦО, физическое лицо")]
    [TestCase("tg", "Ҷумҳурии Тоҷикистон")]
    [TestCase("en", "")]
    public void What_is_right_or_begins_a_sentence_is_left_alone(string culture, string text)
    {
        Assert.That(Terms.Check(text, culture), Is.Empty);
    }

    [Test]
    public void The_longest_name_at_a_place_counts()
    {
        Assert.That(Terms.Check("правительство Республики Таджикистан", "ru")
            .Select(finding => finding.Suggestion), Is.EqualTo(new[] { "Правительство Республики Таджикистан" }));
    }

    [Test]
    public void Every_term_stands_in_three_languages_and_once()
    {
        Assert.That(Terms.Terms, Has.Count.GreaterThanOrEqualTo(40));
        Assert.That(Terms.Terms.Select(term => term.Tg), Is.Unique);
    }
}
