using EgovSites.Platform.Tajik.Cleaning;


namespace EgovSites.Tests.Platform.Tajik.Cleaning;

public class TextHygieneTests
{
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";

    [TestCase("абв", 3, "абв")]
    [TestCase("абвг", 3, "абв")]
    [TestCase("аб\U0001F600", 3, "аб")]
    [TestCase("аи\u0304б", 2, "а")]
    [TestCase(Family + "а", 8, Family)]
    [TestCase(Family + "а", 7, "")]
    [TestCase("а" + Family, 5, "а")]
    [TestCase("аб\uD83D", 2, "аб")]
    [TestCase("\U0001F1F9\U0001F1EF\U0001F1F9\U0001F1EF", 5, "\U0001F1F9\U0001F1EF")]
    public void A_text_is_cut_by_whole_letters(string text, int length, string cut)
    {
        Assert.That(TextHygiene.Cut(text, length), Is.EqualTo(cut));
    }

    [TestCase("Як ду се", 8, "Як ду се")]
    [TestCase("Як ду се", 7, "Як ду…")]
    [TestCase("Якдусе", 4, "Якду…")]
    [TestCase("Як" + Family + Family, 12, "Як" + Family + "…")]
    public void A_shortened_text_ends_with_a_word_and_says_that_it_goes_on(string text, int length, string shortened)
    {
        Assert.That(TextHygiene.Shorten(text, length), Is.EqualTo(shortened));
    }

    [TestCase("и\u0304 у\u0304 и\u0306 е\u0308", "ӣ ӯ й ё")]
    [TestCase("\uFEFFҶум\u200Bҳурӣ\u200F \u202Aа\u202C\u2060", "Ҷумҳурӣ а")]
    [TestCase("и\u200D\u0304", "ӣ")]
    [TestCase("як  \r\nду\t\rсе\u00A0\n", "як\nду\nсе\n")]
    [TestCase("COVID\u201119, ҳу\u00ADқуқ", "COVID\u201119, ҳу\u00ADқуқ")]
    [TestCase("за\u0301мок", "за\u0301мок")]
    [TestCase("", "")]
    public void Text_is_composed_and_freed_of_what_nobody_sees(string text, string expected)
    {
        Assert.That(TextHygiene.Normalise(text), Is.EqualTo(expected));
        Assert.That(TextHygiene.Normalise(expected), Is.EqualTo(expected));
    }

    [TestCase("а\0б", "а б")]
    [TestCase("а\u001Bб", "а б")]
    [TestCase("а\u0085б", "а\nб")]
    [TestCase("Annual\u000Bmeeting", "Annual\nmeeting")]
    [TestCase("A line\u000Cof two", "A line\nof two")]
    [TestCase("а\u2028б\u2029в", "а\nб\nв")]
    [TestCase("U+FFFE\uFFFEhere\uFFFF", "U+FFFE here")]
    public void Control_characters_become_blanks_and_line_ends(string text, string repaired)
    {
        Assert.That(TextHygiene.Normalise(text), Is.EqualTo(repaired));
        Assert.That(TextHygiene.HasControlCharacters(TextHygiene.Normalise(text)), Is.False);
    }

    [TestCase("می\u200Cخواهم")]
    [TestCase("👨\u200D👩\u200D👧")]
    public void Joiners_that_hold_a_word_or_a_family_together_stay(string text) =>
        Assert.That(TextHygiene.Normalise(text), Is.EqualTo(text));

    [TestCase("👨\u200D👩\u200D👧 оила", 5, "")]
    [TestCase("а👨\u200D👩\u200D👧", 8, "а")]
    [TestCase("аи\u0306б", 2, "а")]
    [TestCase("абв", 3, "абв")]
    public void Text_is_cut_between_whole_letters(string text, int length, string cut) =>
        Assert.That(TextHygiene.Cut(text, length), Is.EqualTo(cut));

    // No TestCase can hold half a surrogate pair: attributes are stored as UTF-8.
    [Test]
    public void Half_a_letter_is_repaired_and_does_not_stop_the_cleaning()
    {
        var cleaned = TextHygiene.Normalise("и\u0304\uD800у\u0304 \uDC00");

        Assert.That(cleaned, Is.EqualTo("ӣ\uFFFDӯ \uFFFD"));
        Assert.That(TextHygiene.HasControlCharacters(cleaned), Is.False);
    }

    [TestCase("Ҷумҳурии\tТоҷикистон\r\n")]
    [TestCase("😀")]
    public void Tabs_line_ends_and_whole_pairs_are_no_control_characters(string text)
    {
        Assert.That(TextHygiene.HasControlCharacters(text), Is.False);
    }

    [Test]
    public void Words_that_mix_Latin_and_Cyrillic_letters_are_named_once()
    {
        var mixed = TextHygiene.MixedScriptWords("Mуроҷиат ба web-сомона, COVID-19; Mуроҷиат, xона ва хона");

        Assert.That(mixed, Is.EqualTo(new[] { "Mуроҷиат", "xона" }));
    }
}
