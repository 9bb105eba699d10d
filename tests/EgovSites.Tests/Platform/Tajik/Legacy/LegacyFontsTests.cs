using EgovSites.Platform.Tajik.Legacy;


namespace EgovSites.Tests.Platform.Tajik.Legacy;

public class LegacyFontsTests
{
    private const string Adlia = "Ѕарори Іукумати Їуміурии Тоїикистон, хизматчиёни давлатњ, маблаљіои";
    private const string Roghun = "Маќомоти иљроияи њокимияти давлатии шањри Роѓун, Љумњурии Тољикистон; рўзи корї";

    [Test]
    public void An_act_of_adlia_is_read_by_its_own_scheme()
    {
        var finding = LegacyFonts.Detect(Adlia);

        Assert.That(finding?.Scheme, Is.EqualTo(LegacyScheme.Adlia));
        Assert.That(LegacyFonts.Repair(Adlia, LegacyScheme.Adlia),
            Is.EqualTo("Қарори Ҳукумати Ҷумҳурии Тоҷикистон, хизматчиёни давлатӣ, маблағҳои"));
    }

    [Test]
    public void A_page_in_Times_New_Roman_Tj_is_read_by_that_scheme()
    {
        var finding = LegacyFonts.Detect(Roghun);

        Assert.That(finding?.Scheme, Is.EqualTo(LegacyScheme.TimesNewRomanTj));
        Assert.That(LegacyFonts.Repair(Roghun, LegacyScheme.TimesNewRomanTj),
            Is.EqualTo("Мақомоти иҷроияи ҳокимияти давлатии шаҳри Роғун, Ҷумҳурии Тоҷикистон; рӯзи корӣ"));
    }

    [Test]
    public void A_finding_shows_the_editor_one_word_before_and_after()
    {
        Assert.That(LegacyFonts.Detect("дар шањри мо ва корї"),
            Is.EqualTo(new LegacyFinding(LegacyScheme.TimesNewRomanTj, 2, "шањри", "шаҳри")));
    }

    [TestCase("Қарори Ҳукумати Ҷумҳурии Тоҷикистон аз рўи ҷадвал")]
    [TestCase("Бобоҷон Ѓафуров")]
    [TestCase("Сва људска бића рађају се слободна и једнака у достојанству и правима. Њихова је дужност.")]
    [TestCase("Сите човечки суштества се раѓаат слободни и еднакви по достоинство и права. Ќе нѐ љубат.")]
    [TestCase("Всі люди народжуються вільними і рівними у своїй гідності та правах. Конституції України")]
    [TestCase("Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах.")]
    [TestCase("Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар. Ўзбекистон бўйича")]
    [TestCase("Главы ІІ и ХІІ")]
    [TestCase("")]
    public void Clean_text_and_the_neighbours_languages_are_left_alone(string text)
    {
        Assert.That(LegacyFonts.Detect(text), Is.Null);
    }

    [Test]
    public void Words_with_Tajik_or_foreign_letters_and_numerals_are_not_repaired()
    {
        const string mixed = "Ҷумњурӣ, Његош је дошао, боби ІІ";

        Assert.That(LegacyFonts.Repair(mixed, LegacyScheme.Adlia),
            Is.EqualTo("Ҷумњурӣ, Ӣегош је дошао, боби ІІ"));
        Assert.That(LegacyFonts.Repair("Ёвон Rоhи", LegacyScheme.TimesNewRomanTj), Is.EqualTo("Ёвон Rоhи"));
    }
}
