using EgovSites.Platform.Tajik.Spelling;


namespace EgovSites.Tests.Platform.Tajik.Spelling;

public class AlphabetTests
{
    private static readonly string[] Tajik =
    [
        "а", "б", "в", "г", "ғ", "д", "е", "ё", "ж", "з", "и", "ӣ", "й", "к", "қ", "л", "м", "н", "о", "п", "р", "с",
        "т", "у", "ӯ", "ф", "х", "ҳ", "ч", "ҷ", "ш", "ъ", "э", "ю", "я",
    ];

    [Test]
    public void The_thirty_five_letters_are_in_their_order()
    {
        Assert.That(Tajik, Has.Length.EqualTo(35));
        Assert.That(Tajik.Select(Alphabet.SortKey), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(Tajik.Select(Alphabet.SortKey), Is.Unique);
    }

    [Test]
    public void Kum_comes_before_kujo_and_both_before_Kulob()
    {
        Assert.That(Sorted("кӯлоб", "куҷо", "кум"), Is.EqualTo(new[] { "кум", "куҷо", "кӯлоб" }));
    }

    [Test]
    public void Yovon_comes_last_after_all_words_with_ye()
    {
        Assert.That(Sorted("ёвон", "ежик", "есир"), Is.EqualTo(new[] { "ежик", "есир", "ёвон" }));
    }

    [TestCase("ҳ", "ц", "ч")]
    [TestCase("ш", "щ", "ъ")]
    [TestCase("ъ", "ы", "э")]
    [TestCase("ъ", "ь", "э")]
    public void A_letter_of_Russian_words_has_its_place(string before, string letter, string after)
    {
        Assert.That(Sorted(after, letter, before), Is.EqualTo(new[] { before, letter, after }));
    }

    [Test]
    public void Digits_come_before_Latin_and_Latin_before_Cyrillic_letters()
    {
        Assert.That(Sorted("Авҷи аъло", "Zamin", "émigré", "5 хабар", "economy"),
            Is.EqualTo(new[] { "5 хабар", "economy", "émigré", "Zamin", "Авҷи аъло" }));
    }

    [Test]
    public void Case_quotation_marks_and_decomposed_letters_make_no_difference()
    {
        Assert.That(Alphabet.Compare("«Ҷӯйбор»", "ҷӯйбор".Normalize(System.Text.NormalizationForm.FormD)), Is.Zero);
        Assert.That(Alphabet.Compare("Ҳисор", "ҳисор"), Is.Zero);
    }

    [Test]
    public void A_shorter_word_comes_before_the_words_it_begins()
    {
        Assert.That(Sorted("Роҳнамо", "Роҳи нав", "Роҳ"), Is.EqualTo(new[] { "Роҳ", "Роҳи нав", "Роҳнамо" }));
    }

    [TestCase("ӯзбек", "Ӯ")]
    [TestCase("«Ғарм»", "Ғ")]
    [TestCase("ёвон", "Ё")]
    [TestCase("Économie", "E")]
    [TestCase("щит", "Щ")]
    [TestCase("2025", "#")]
    [TestCase("№ 5", "#")]
    [TestCase("", "#")]
    [TestCase("文", "#")]
    public void A_title_is_listed_under_its_first_letter(string title, string letter)
    {
        Assert.That(Alphabet.IndexLetter(title), Is.EqualTo(letter));
    }

    [Test]
    public void Half_a_surrogate_pair_does_no_harm()
    {
        Assert.That(Alphabet.SortKey("кум\uD800"), Is.EqualTo(Alphabet.SortKey("кум")));
    }

    private static IEnumerable<string> Sorted(params string[] words) =>
        words.OrderBy(Alphabet.SortKey, StringComparer.Ordinal);
}
