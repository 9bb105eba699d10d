using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Spelling;


namespace EgovSites.Tests.Platform.Tajik.Spelling;

public class LookAlikesTests
{
    [TestCase("рўи ҷадвали, ҷустуҷўи, Рўшон", "рӯи ҷадвали, ҷустуҷӯи, Рӯшон")]
    [TestCase("Бобоҷон Ѓафуров", "Бобоҷон Ғафуров")]
    [TestCase("ноҳияи Қубоди\u0450н", "ноҳияи Қубодиён")]
    [TestCase("давлатй, корй, АДВОКАТЙ", "давлатӣ, корӣ, АДВОКАТӢ")]
    [TestCase("Bилояти Cуғд", "Вилояти Суғд")]
    [TestCase("миллī ва рūз", "миллӣ ва рӯз")]
    [TestCase("Cўғдй", "Сӯғдӣ")]
    [TestCase("Рўшон", "Рӯшон")]
    public void A_letter_that_only_looks_right_is_repaired(string typed, string meant)
    {
        Assert.That(LookAlikes.Apply(typed, LookAlikes.Find(typed)), Is.EqualTo(meant));
    }

    [TestCase("ҷой, чой, рӯй, май, най")]
    [TestCase("COVID-19, IT-мутахассис, webсайт, А4")]
    [TestCase("Айнинский район, новый край, герой")]
    [TestCase("Ўзбекистон Республикаси бўйича, билан")]
    [TestCase("Роўны ў сваёй годнасці і правах")]
    [TestCase("Халқлар ўртасида дўстона муносабатларни ривожлантириш ва")]
    [TestCase("Скопје, меѓу нив, Ќе")]
    [TestCase("")]
    public void What_is_right_in_its_language_is_left_alone(string text)
    {
        Assert.That(LookAlikes.Find(text), Is.Empty);
    }

    [Test]
    public void Each_repair_says_where_what_and_why()
    {
        Assert.That(LookAlikes.Find("Ин рўзи корй, Cуғд"), Is.EqualTo(new[]
        {
            new Repair(4, 1, "ў", "ӯ", RepairReason.NeighbourLetter),
            new Repair(11, 1, "й", "ӣ", RepairReason.ShortIAtWordEnd),
            new Repair(14, 1, "C", "С", RepairReason.LatinLookAlike),
        }));
    }

    [Test]
    public void An_editor_may_choose_among_the_repairs()
    {
        const string text = "рўзи корй";

        Assert.That(LookAlikes.Apply(text, LookAlikes.Find(text).Take(1)), Is.EqualTo("рӯзи корй"));
    }
}
