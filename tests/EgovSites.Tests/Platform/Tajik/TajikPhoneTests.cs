using EgovSites.Platform.Tajik;

namespace EgovSites.Tests.Platform.Tajik;

public class TajikPhoneTests
{
    [TestCase("(+992 37) 000-00-00")]
    [TestCase("(÷992 37) 000-00-00")]
    [TestCase("÷992 37 000 00 00")]
    [TestCase("+992370000000")]
    [TestCase("992 37 000.00.00")]
    [TestCase("00992370000000")]
    [TestCase("8 37 000–00–00")]
    [TestCase("8 (37) 000\u00A000\u00A000")]
    [TestCase("37 0000000")]
    public void A_number_is_read_in_every_way_it_is_written(string typed)
    {
        Assert.That(TajikPhone.ToE164(typed), Is.EqualTo("+992370000000"));
    }

    [TestCase("918 12 34 56", "+992918123456")]
    [TestCase("+992 992 12 34 56", "+992992123456")]
    [TestCase("992 123 456", "+992992123456")]
    [TestCase("837 00 00 00", "+992837000000")]
    public void Nine_digits_are_a_national_number_whatever_they_begin_with(string typed, string expected)
    {
        Assert.That(TajikPhone.ToE164(typed), Is.EqualTo(expected));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("112")]
    [TestCase("+992 37 000 00")]
    [TestCase("+992 37 000 00 00 0")]
    [TestCase("37+0000000")]
    [TestCase("+9001122 3")]
    [TestCase("+99290011")]
    [TestCase("тел. 37 000 00 00")]
    [TestCase("37 000 00 00, 37 000 00 01")]
    public void Anything_else_is_no_Tajik_number(string? typed)
    {
        Assert.That(TajikPhone.ToE164(typed), Is.Null);
    }

    [TestCase("+7 916 123-45-67", "+79161234567")]
    [TestCase("8 (916) 123-45-67", "+79161234567")]
    [TestCase("8~10 7 916 123 45 67", "+79161234567")]
    [TestCase("00998 90 123 45 67", "+998901234567")]
    [TestCase("+1 212 555 2368", "+12125552368")]
    [TestCase("\u202A+49 30 901820\u202C", "+4930901820")]
    [TestCase("8 10 992 37 000 00 00", "+992370000000")]
    [TestCase("+49 30 1234", "+49301234")]
    public void A_number_of_any_country_is_read(string typed, string expected) =>
        Assert.That(TajikPhone.ToE164(typed), Is.EqualTo(expected));

    [TestCase("+992370000000", "(+992 37) 000-00-00")]
    [TestCase("+992901234567", "(+992 90) 123-45-67")]
    [TestCase("+992446001234", "(+992 44) 600-12-34")]
    [TestCase("+74950000000", "+74950000000")]
    public void A_number_is_shown_with_its_two_digit_code(string stored, string shown)
    {
        Assert.That(TajikPhone.Display(stored), Is.EqualTo(shown));
    }
}
