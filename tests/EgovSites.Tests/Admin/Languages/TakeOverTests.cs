using EgovSites.Admin.Languages;

namespace EgovSites.Tests.Admin.Languages;

public class TakeOverTests
{
    private const string Before = "Якум банди матн.\n\nДуюм банди матн дар бораи 22 духтур.";

    [Test]
    public void A_changed_paragraph_stands_behind_its_own_translation()
    {
        var text = TakeOver.Into("Первый абзац.\n\nВторой абзац про 22 врачей.", Before,
            Before.Replace("22", "24", StringComparison.Ordinal), "tg");

        Assert.That(text,
            Is.EqualTo("Первый абзац.\n\nВторой абзац про 22 врачей.\n\n⟦tg⟧ Дуюм банди матн дар бораи 24 духтур."));
    }

    [Test]
    public void An_added_paragraph_stands_between_its_neighbours()
    {
        var text = TakeOver.Into("Первый абзац.\n\nВторой абзац.", Before,
            Before.Replace("\n\n", "\n\nБанди тамоман нав.\n\n", StringComparison.Ordinal), "tg");

        Assert.That(text, Is.EqualTo("Первый абзац.\n\n⟦tg⟧ Банди тамоман нав.\n\nВторой абзац."));
    }

    [Test]
    public void A_new_first_paragraph_stands_first()
    {
        var text = TakeOver.Into("Первый абзац.\n\nВторой абзац.", Before, "Пеш аз ҳама.\n\n" + Before, "tg");

        Assert.That(text, Is.EqualTo("⟦tg⟧ Пеш аз ҳама.\n\nПервый абзац.\n\nВторой абзац."));
    }

    [Test]
    public void Where_the_texts_are_built_differently_the_paragraphs_stand_at_the_end()
    {
        var text =
            TakeOver.Into("Всё в одном абзаце.", Before, Before.Replace("22", "24", StringComparison.Ordinal), "tg");

        Assert.That(text, Is.EqualTo("Всё в одном абзаце.\n\n⟦tg⟧ Дуюм банди матн дар бораи 24 духтур."));
    }

    [Test]
    public void Taking_over_twice_adds_nothing_twice()
    {
        var after = Before.Replace("22", "24", StringComparison.Ordinal);
        var once = TakeOver.Into("Первый.\n\nВторой.", Before, after, "tg");

        Assert.That(TakeOver.Into(once, Before, after, "tg"), Is.EqualTo(once));
    }

    [Test]
    public void An_empty_translation_receives_the_paragraphs_alone() =>
        Assert.That(TakeOver.Into("", "", "Якум.\n\nДуюм.", "tg"), Is.EqualTo("⟦tg⟧ Якум.\n\n⟦tg⟧ Дуюм."));
}
