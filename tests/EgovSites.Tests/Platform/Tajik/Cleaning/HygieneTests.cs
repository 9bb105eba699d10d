using EgovSites.Platform.Tajik.Cleaning;


namespace EgovSites.Tests.Platform.Tajik.Cleaning;

// Lines as they stand on sites of state bodies.
public class HygieneTests
{
    [TestCase("Маќомоти иљроияи њокимияти давлатии шањри Роѓун", "Мақомоти иҷроияи ҳокимияти давлатии шаҳри Роғун",
        HygieneKind.LegacyFont)]
    [TestCase("Ѕарори Іукумати Їуміурии Тоїикистон, хизматчиёни давлатњ, маблаљіои",
        "Қарори Ҳукумати Ҷумҳурии Тоҷикистон, хизматчиёни давлатӣ, маблағҳои", HygieneKind.LegacyFont)]
    [TestCase("Ин рўи ҷадвали Рўшон", "Ин рӯи ҷадвали Рӯшон", HygieneKind.NeighbourLetter)]
    [TestCase("давлатй, корй, адвокатй", "давлатӣ, корӣ, адвокатӣ", HygieneKind.ShortIAtWordEnd)]
    [TestCase("Bилояти Cуғд", "Вилояти Суғд", HygieneKind.LatinLookAlike)]
    [TestCase("▌ум┼урии То█икистон", "Ҷумҳурии Тоҷикистон", HygieneKind.Koi8)]
    public void A_wrong_letter_is_found_with_its_word_and_repaired(string text, string meant, HygieneKind kind)
    {
        var report = Hygiene.Check(text, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Repaired, Is.EqualTo(meant));
            Assert.That(report.Findings.Select(finding => finding.Kind).Distinct(), Is.EqualTo(new[] { kind }));
            Assert.That(report.Findings.Select(one => text.Substring(one.Start, one.Length)),
                Is.EqualTo(report.Findings.Select(one => one.Found)));
            Assert.That(report.Findings.Select(one => meant.Substring(one.Start, one.Length)),
                Is.EqualTo(report.Findings.Select(one => one.Suggestion)));
        }
    }

    [Test]
    public void Text_in_KOI8_read_as_Windows_1251_is_read_anew()
    {
        // "Ҷумҳурии Тоҷикистон, ҳукумат" in KOI8-T, each byte taken for Windows-1251.
        const string read = "ЋХНЉХТЙЙ фПЌЙЛЙУФПО, ЉХЛХНБФ";

        Assert.That(Hygiene.Check(read, "tg").Repaired, Is.EqualTo("Ҷумҳурии Тоҷикистон, ҳукумат"));
    }

    [Test]
    public void A_whole_word_is_shown_once_however_many_letters_are_wrong()
    {
        var report = Hygiene.Check("Ин рўзи Cўғдй", "tg");

        Assert.That(report.Findings.Select(finding => (finding.Start, finding.Found, finding.Suggestion)),
            Is.EqualTo(new[] { (3, "рўзи", "рӯзи"), (8, "Cўғдй", "Сӯғдӣ") }));
    }

    [Test]
    public void Tajik_without_its_letters_is_said_and_left_to_a_person()
    {
        const string law =
            "КОНУНИ ЧУМХУРИИ ТОЧИКИСТОН дар бораи мурочиати шахрвандон ва шахсони хукуки ба макомоти хокимияти давлати муносибатхои " +
            "чамъиятиро дар сохаи ба амал баровардани хукуки мурочиат ба макомот танзим менамояд ва асосхои хукукии баррасии онхоро муайян мекунад.";

        var report = Hygiene.Check("Пешгуфтор\n" + law, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Findings, Has.Count.EqualTo(1));
            Assert.That(report.Findings[0],
                Is.EqualTo(new HygieneFinding(HygieneKind.WithoutLetters, 10, law.Length, law, "")));
            Assert.That(report.IsRepairable, Is.False);
        }
    }

    [TestCase(
        "Ин рӯзи корӣ дар шаҳри Хуҷанд, [пайванд](https://khovar.tj/news_1) **ва** ![сурат](media:0123456789abcdefghjkmnpqrs)", "tg")]
    [TestCase("│ Сол │ Маблағ │", "tg")]
    [TestCase("Ўзбекистон Республикаси бўйича, новый край", "ru")]
    [TestCase("Cамарканд and Маќомоти", "en")]
    public void What_is_right_in_its_language_is_left_alone(string text, string culture)
    {
        var report = Hygiene.Check(text, culture);

        Assert.That(report.Findings, Is.Empty);
        Assert.That(report.Repaired, Is.EqualTo(text));
    }

    [Test]
    public void In_a_Russian_text_only_Latin_letters_are_suspicious()
    {
        Assert.That(Hygiene.Check("Mинистерство, ноҳияи рўи, корй", "ru")
            .Findings.Select(finding => finding.Found), Is.EqualTo(new[] { "Mинистерство" }));
    }
}
