using EgovSites.Platform.Tajik.Finding;


namespace EgovSites.Tests.Platform.Tajik.Finding;

public class FoldingTests
{
    [TestCase("Қонуни Ҷумҳурии Тоҷикистон", "КОНУНИ ЧУМХУРИИ ТОЧИКИСТОН")]
    [TestCase("муроҷиат", "мурочиат")]
    [TestCase("мақомоти ҳокимияти давлатӣ", "макомоти хокимияти давлати")]
    [TestCase("давлатӣ, адвокатӣ", "давлатй адвокатй")]
    [TestCase("рӯи ҷадвали ҷустуҷӯи Рӯшон", "рўи ҷадвали ҷустуҷўи Рўшон")]
    [TestCase("Бобоҷон Ғафуров", "Бобоҷон \u0403афуров")]
    [TestCase("Қубодиён", "Қубоди\u0450н")]
    [TestCase("мавзӯъ", "мавзуъ")]
    [TestCase("мӯҳлат", "муҳлат")]
    [TestCase("маъмурӣ", "ма'мурӣ")]
    [TestCase("за\u0301мок", "замок")]
    [TestCase("давлатӣ", "давлати\u0304")]
    [TestCase("ҳуқуқ", "ҳу\u00ADқуқ")]
    public void What_is_meant_and_what_is_typed_fold_alike(string meant, string typed)
    {
        Assert.That(Folding.Fold(typed), Is.EqualTo(Folding.Fold(meant)));
    }

    [TestCase("  «Ҳисобот» — 2025/2026 (№ 5)!  ", "хисобот 2025 2026 5")]
    [TestCase("Ёвон: ъьғӣқӯҳҷй", "евон гикухчи")]
    [TestCase("!?", "")]
    public void Nothing_but_words_and_single_spaces_is_left(string text, string expected)
    {
        Assert.That(Folding.Fold(text), Is.EqualTo(expected));
    }

    [Test]
    public void Half_letters_and_pictures_part_words()
    {
        Assert.That(Folding.Fold("\uD800қонун\uDC00ҳо 😀 \uFFFE"), Is.EqualTo("конун хо"));
        Assert.That(Folding.ToLatin("қонун\uD800"), Is.EqualTo("konun"));
    }

    [Test]
    public void The_exact_form_keeps_the_letters_and_signs()
    {
        Assert.That(Folding.Lower(" Қӯрғон-Теппа \n\t ҶУСТУҶӮИ\u0304 "), Is.EqualTo("қӯрғон-теппа ҷустуҷӯӣ"));
    }

    [Test]
    public void Words_come_folded_and_in_order()
    {
        Assert.That(Folding.Words("Ҷумҳурии Тоҷикистон."), Is.EqualTo(new[] { "чумхурии", "точикистон" }));
        Assert.That(Folding.Words(" — "), Is.Empty);
    }

    [TestCase("tojikiston")]
    [TestCase("Tochikiston")]
    [TestCase("Точикистон")]
    [TestCase("Тожикистон")]
    [TestCase("Тоджикистон")]
    public void Tojikiston_is_found_however_it_is_typed(string typed)
    {
        Assert.That(Folding.ToLatin(typed), Is.EqualTo(Folding.ToLatin("Тоҷикистон")));
    }

    [TestCase("Xujand", "Хуҷанд")]
    [TestCase("Khujand", "Хуҷанд")]
    [TestCase("Vahdat", "Ваҳдат")]
    [TestCase("Yovon", "Ёвон")]
    [TestCase("jumhurii", "Ҷумҳурӣ")]
    [TestCase("qonun", "қонун")]
    [TestCase("Roghun", "Роғун")]
    [TestCase("Tadzhikistan", "Таджикистан")]
    public void A_Latin_query_finds_a_Cyrillic_word(string query, string word)
    {
        Assert.That(Folding.ToLatin(query), Is.EqualTo(Folding.ToLatin(word)));
    }

    [TestCase("Моддаи 7²", "моддаи 7 2")]
    [TestCase("40 м²", "40 м2")]
    [TestCase("CO₂, H₂O", "co2 h2o")]
    [TestCase("10⁻³", "10 3")]
    [TestCase("7¹²", "7 12")]
    public void Raised_digits_are_digits_and_no_part_of_the_number_before(string text, string folded)
    {
        Assert.That(Folding.Fold(text), Is.EqualTo(folded));
        Assert.That(Slug.From("Моддаи 7²", "tg"), Is.EqualTo("moddai-7-2"));
    }

    [Test]
    public void A_text_is_kept_once_in_each_form_of_its_words()
    {
        Assert.That(Folding.ForSearch("Ҳақ, ҳақ: 15"), Is.EqualTo(" ҳақ 15 хак hak "));
        Assert.That(Folding.AsWritten("Маъмурӣ — 7²"), Is.EqualTo("маъмурӣ 7 2"));
    }

    [Test]
    public void A_question_is_its_words_each_once_and_eight_at_most()
    {
        Assert.That(SearchWord.In("Ҷавон, чавон ъ жавон"),
            Is.EqualTo(new[] { new SearchWord("ҷавон", "чавон", "javon"), new SearchWord("жавон", "жавон", "javon") }));
        Assert.That(SearchWord.In(string.Join(' ', Enumerable.Range(1, 20))), Has.Count.EqualTo(8));
        Assert.That(SearchWord.In("№ 15").Single().IsNumber, Is.True);
        Assert.That(SearchWord.In(" — "), Is.Empty);
    }
}
