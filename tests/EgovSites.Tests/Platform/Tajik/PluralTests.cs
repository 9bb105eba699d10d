using System.Globalization;
using EgovSites.Platform.Tajik;

namespace EgovSites.Tests.Platform.Tajik;

public class PluralTests
{
    [Test]
    public void A_Tajik_noun_stays_singular_after_any_number([Values(0, 1, 2, 5, 21, 100)] long n)
    {
        Assert.That(Plural.Choose(n, "tg", "муроҷиат", "?", "?"), Is.EqualTo("муроҷиат"));
    }

    [TestCase(0, "обращений")]
    [TestCase(1, "обращение")]
    [TestCase(2, "обращения")]
    [TestCase(4, "обращения")]
    [TestCase(5, "обращений")]
    [TestCase(11, "обращений")]
    [TestCase(12, "обращений")]
    [TestCase(21, "обращение")]
    [TestCase(22, "обращения")]
    [TestCase(111, "обращений")]
    [TestCase(-1, "обращение")]
    [TestCase(long.MinValue, "обращений")]
    public void A_Russian_noun_has_three_forms(long n, string expected)
    {
        Assert.That(Plural.Choose(n, "ru", "обращение", "обращения", "обращений"), Is.EqualTo(expected));
    }

    [TestCase(0, "appeals")]
    [TestCase(1, "appeal")]
    [TestCase(21, "appeals")]
    public void An_English_noun_has_two_forms(long n, string expected)
    {
        Assert.That(Plural.Choose(n, "en", "appeal", "?", "appeals"), Is.EqualTo(expected));
    }

    [Test]
    public void An_unknown_culture_is_refused()
    {
        Assert.That(() => Plural.Choose(1, "tj", "", "", ""), Throws.InstanceOf<CultureNotFoundException>());
    }
}
