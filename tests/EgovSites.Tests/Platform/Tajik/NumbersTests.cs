using EgovSites.Platform.Tajik;

namespace EgovSites.Tests.Platform.Tajik;

// In the expected texts _ stands for the no-break space.
public class NumbersTests
{
    [TestCase("tg", "1_234_567", "1_234_567,89")]
    [TestCase("ru", "1_234_567", "1_234_567,89")]
    [TestCase("en", "1,234,567", "1,234,567.89")]
    public void Thousands_are_grouped(string culture, string whole, string withDecimals)
    {
        Assert.That(Numbers.Whole(1234567, culture), Is.EqualTo(NoBreak(whole)));
        Assert.That(Numbers.Decimal(1234567.891m, 2, culture), Is.EqualTo(NoBreak(withDecimals)));
    }

    [TestCase("tg", "1_484,80_сом.", "-5,00_сом.")]
    [TestCase("ru", "1_484,80_сом.", "-5,00_сом.")]
    [TestCase("en", "TJS_1,484.80", "-TJS_5.00")]
    public void Money_is_in_somoni_and_never_breaks_over_lines(string culture, string sum, string debt)
    {
        Assert.That(Numbers.Money(1484.8m, culture), Is.EqualTo(NoBreak(sum)));
        Assert.That(Numbers.Money(-5, culture), Is.EqualTo(NoBreak(debt)));
    }

    [TestCase(0, "tg", "0_Б")]
    [TestCase(1023, "tg", "1_023_Б")]
    [TestCase(430_000, "tg", "420_КБ")]
    [TestCase(430_000, "en", "420_KB")]
    [TestCase(1_150_000, "ru", "1,1_МБ")]
    [TestCase(1_150_000, "en", "1.1_MB")]
    [TestCase(5 * 1024 * 1024, "tg", "5_МБ")]
    [TestCase(1024 * 1024 - 1, "tg", "1_МБ")]
    [TestCase(1024L * 1024 * 1024 - 1, "tg", "1_ГБ")]
    [TestCase(long.MaxValue, "en", "8,589,934,592_GB")]
    public void A_file_size_has_the_unit_a_reader_expects(long bytes, string culture, string expected)
    {
        Assert.That(Numbers.FileSize(bytes, culture), Is.EqualTo(NoBreak(expected)));
    }

    private static string NoBreak(string text) => text.Replace('_', '\u00A0');
}
