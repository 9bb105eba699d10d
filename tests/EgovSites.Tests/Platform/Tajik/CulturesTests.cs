using System.Globalization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Tests.Platform.Tajik;

public class CulturesTests
{
    [Test]
    public void Tajik_comes_first_and_is_the_default()
    {
        Assert.That(Cultures.All, Is.EqualTo(new[] { "tg", "ru", "en" }));
        Assert.That(Cultures.Default, Is.EqualTo("tg"));
    }

    [TestCase("tj", "tg")]
    [TestCase("TJ", "tg")]
    [TestCase("tj-TJ", "tg")]
    [TestCase("tg-TJ", "tg")]
    [TestCase("tg-Cyrl-TJ", "tg")]
    [TestCase("TG_tj", "tg")]
    [TestCase("ru-RU", "ru")]
    [TestCase("ru-TJ", "ru")]
    [TestCase("EN-us", "en")]
    [TestCase("en-001", "en")]
    public void Every_spelling_met_in_addresses_and_imports_is_read(string spelling, string culture)
    {
        Assert.That(Cultures.Parse(spelling), Is.EqualTo(culture));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("taj")]
    [TestCase("uz")]
    [TestCase("enough")]
    [TestCase("en-route")]
    [TestCase("tg/")]
    [TestCase("ru\n-")]
    public void Anything_else_is_no_culture(string? spelling)
    {
        Assert.That(Cultures.Parse(spelling), Is.Null);
    }

    [Test]
    public void Only_the_three_names_are_known_and_tj_is_not_one()
    {
        Assert.That(Cultures.All, Has.All.Matches<string>(Cultures.IsKnown));
        Assert.That(new[] { "tj", "TG", "tg-TJ", "", null }, Has.None.Matches<string?>(Cultures.IsKnown));
        Assert.That(() => Cultures.Get("tj"), Throws.InstanceOf<CultureNotFoundException>());
    }

    [TestCase("ru-RU,ru;q=0.9,en-US;q=0.8", "ru")]
    [TestCase("en;q=0.5, tg-TJ;q=0.7", "tg")]
    [TestCase("uz, fa;q=0.9, en;q=0.1", "en")]
    [TestCase("fr, *;q=0.5", "tg")]
    [TestCase("ru;q=0", "tg")]
    [TestCase("ru;q=abc,,;;=,en;q=0.2", "en")]
    [TestCase("ru;q=-1", "tg")]
    [TestCase("", "tg")]
    [TestCase(null, "tg")]
    public void The_best_wish_of_a_browser_is_served(string? header, string culture)
    {
        Assert.That(Cultures.BestOf(header), Is.EqualTo(culture));
    }

    [TestCase("tg", "Тоҷикӣ")]
    [TestCase("ru", "Русский")]
    [TestCase("en", "English")]
    public void A_culture_names_itself(string culture, string name)
    {
        Assert.That(Cultures.NativeName(culture), Is.EqualTo(name));
    }

    [Test]
    public void Formats_are_shared_and_cannot_be_changed([Values("tg", "ru", "en")] string name)
    {
        var culture = Cultures.Get(name);

        Assert.That(Cultures.Get(name), Is.SameAs(culture));
        Assert.That(culture.Name, Is.EqualTo(name));
        Assert.That(culture.IsReadOnly, Is.True);
        Assert.That(culture.DateTimeFormat.IsReadOnly, Is.True);
        Assert.That(culture.NumberFormat.IsReadOnly, Is.True);
    }

    [Test]
    public void Plain_formatting_with_the_culture_gives_what_officials_write([Values("tg", "ru", "en")] string name)
    {
        var culture = Cultures.Get(name);
        var moment = new DateTime(2025, 9, 9, 14, 30, 0, DateTimeKind.Unspecified);

        Assert.That(moment.ToString("g", culture), Is.EqualTo("09.09.2025 14:30"));
        Assert.That(culture.DateTimeFormat.FirstDayOfWeek, Is.EqualTo(DayOfWeek.Monday));
        Assert.That(DateTime.Parse(moment.ToString("D", culture), culture), Is.EqualTo(moment.Date));
    }
}
