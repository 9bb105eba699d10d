using System.Globalization;
using EgovSites.Platform.Tajik.Finding;

namespace EgovSites.Tests.Platform.Tajik.Finding;

public class SlugTests
{
    [TestCase("Ноҳияи Ёвон", "nohiyai-yovon")]
    [TestCase("Вилояти Кӯҳистони Бадахшон", "viloyati-kuhistoni-badakhshon")]
    [TestCase("шаҳру ноҳияҳо", "shahru-nohiyaho")]
    [TestCase("Тоҷикистон: Эмомалӣ Раҳмон", "tojikiston-emomali-rahmon")]
    [TestCase("Роштқалъа", "roshtqala")]
    [TestCase("Хуҷанд", "khujand")]
    [TestCase("Ғафуров", "ghafurov")]
    [TestCase("Қарори № 12 аз 10.07.2017", "qarori-12-az-10-07-2017")]
    [TestCase("«Ҷустуҷӯ» — COVID-19/чӣ?", "justuju-covid-19-chi")]
    [TestCase("конституция ва цирк", "konstitutsiya-va-sirk")]
    [TestCase("щит, объект, выбор", "shit-obekt-vibor")]
    [TestCase("ма’мурӣ", "mamuri")]
    public void A_Tajik_title_goes_by_the_Tajik_table(string title, string slug)
    {
        Assert.That(Slug.From(title, "tg"), Is.EqualTo(slug));
    }

    [TestCase("Айнинский район", "ayninskiy-rayon")]
    [TestCase("Объявление о цирке и щите", "obyavlenie-o-tsirke-i-shchite")]
    [TestCase("Подъезд, ёлка, выборы", "podezd-yolka-vybory")]
    [TestCase("Красный", "krasnyy")]
    [TestCase("Тоҷикӣ в русском тексте", "tojiki-v-russkom-tekste")]
    public void A_Russian_title_goes_by_the_Russian_table(string title, string slug)
    {
        Assert.That(Slug.From(title, "ru"), Is.EqualTo(slug));
    }

    [TestCase("Citizen's café & résumé", "citizens-cafe-resume")]
    [TestCase("Straße, Øresund, Łódź", "strasse-oresund-lodz")]
    [TestCase("The Шарқ newspaper", "the-sharq-newspaper")]
    public void An_English_title_loses_its_diacritics(string title, string slug)
    {
        Assert.That(Slug.From(title, "en"), Is.EqualTo(slug));
    }

    [TestCase("")]
    [TestCase("—!№ъ")]
    [TestCase("文書")]
    public void Nothing_is_left_of_a_title_without_letters_we_know(string title)
    {
        Assert.That(Slug.From(title, "tg"), Is.Empty);
    }

    [Test]
    public void Decomposed_letters_give_the_same_slug()
    {
        Assert.That(Slug.From("Тоҷикӣ, й, ӯ, ё".Normalize(System.Text.NormalizationForm.FormD), "tg"),
            Is.EqualTo("tojiki-y-u-yo"));
    }

    [Test]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("ҷумҳурии", 20)), "tg");

        Assert.That(slug, Is.EqualTo(string.Join('-', Enumerable.Repeat("jumhurii", 9))));
        Assert.That(Slug.From(new string('а', 100), "tg"), Has.Length.EqualTo(80));
        Assert.That(Slug.From(new string('а', 80) + " б", "tg"), Has.Length.EqualTo(80));
    }

    [TestCase("a", true)]
    [TestCase("nohiyai-yovon-2", true)]
    [TestCase("", false)]
    [TestCase("-a", false)]
    [TestCase("a-", false)]
    [TestCase("a--b", false)]
    [TestCase("Nohiya", false)]
    [TestCase("ноҳия", false)]
    [TestCase("a_b", false)]
    public void A_valid_slug_is_Latin_with_single_inner_hyphens(string slug, bool isValid)
    {
        Assert.That(Slug.IsValid(slug), Is.EqualTo(isValid));
        Assert.That(Slug.IsValid(new string('a', 81)), Is.False);
    }

    [Test]
    public void An_unknown_culture_is_refused()
    {
        Assert.That(() => Slug.From("Ёвон", "tj"), Throws.InstanceOf<CultureNotFoundException>());
    }
}
