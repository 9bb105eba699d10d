using EgovSites.Platform.Tajik.Legacy;
using EgovSites.Platform.Tajik.Spelling;


namespace EgovSites.Tests.Platform.Tajik.Spelling;

// Paragraphs of the Universal Declaration of Human Rights.
public class LanguageTestTests
{
    private const string Tajik =
        "бо дарназардошти ин, ки халқҳои Милали Муттаҳид имони худро ба ҳуқуқи асосии башар, шараф ва қимати шахсияти "
        + "инсонию баробари ҳуқуқи марду зан дар Оинномаи эълон кардаанд ва қарор додаанд, ки ба пешрафти иҷтимоӣ "
        + "мусоидат карда ва дар муҳити озодтар вазъи зиндагии беҳтаре ба вуҷуд оваранд;";

    private const string Russian =
        "принимая во внимание, что народы Объединенных Наций подтвердили в Уставе свою веру в основные права "
        + "человека, в достоинство и ценность человеческой личности и в равноправие мужчин и женщин и решили содействовать "
        + "социальному прогрессу и улучшению условий жизни при большей свободе;";

    private const string Uzbek =
        "Барча одамлар қонун олдида тенгдир ва, сира айирмачиликсиз, қонун томонидан баббаравар муҳофаза этилиши "
        + "ҳуқуқига эгадир. Барча одамлар мазкур Декларацияни бузадиган ҳар қандай камситишидан тенг муҳофаза қилиниш "
        + "ҳуқуқига ва ана шундай камситишга гиж-гижлашдан тенг муҳофаза қилиниш ҳуқуқига эгадирлар.";

    [TestCase(Tajik, LanguageVerdict.Tajik)]
    [TestCase(Russian, LanguageVerdict.Russian)]
    [TestCase(Uzbek, LanguageVerdict.Other)]
    [TestCase("Ҷумҳурии Тоҷикистон", LanguageVerdict.TooShort)]
    [TestCase("", LanguageVerdict.TooShort)]
    public void A_paragraph_is_known_by_its_letters_and_stop_words(string text, LanguageVerdict verdict)
    {
        Assert.That(LanguageTest.Judge(text), Is.EqualTo(verdict));
    }

    [Test]
    public void Tajik_typed_without_its_letters_is_known_by_its_stop_words()
    {
        Assert.That(LanguageTest.Judge(Retyped("гикухч")), Is.EqualTo(LanguageVerdict.TajikWithoutLetters));
    }

    [TestCase("ѓїќўњљ")]
    [TestCase("љњѕўії")]
    public void Tajik_in_an_old_font_is_not_taken_for_Tajik_without_letters(string letters)
    {
        Assert.That(LanguageTest.Judge(Retyped(letters)), Is.EqualTo(LanguageVerdict.LegacyFont));
        Assert.That(LegacyFonts.Detect(Retyped(letters)), Is.Not.Null);
    }

    private static string Retyped(string letters) => string.Concat(Tajik.Select(letter =>
        "ғӣқӯҳҷ".AsSpan().IndexOf(letter) is var at and >= 0 ? letters[at] : letter));
}
