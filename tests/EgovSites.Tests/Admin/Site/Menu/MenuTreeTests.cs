using EgovSites.Admin.Site.Menu;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Sites;

namespace EgovSites.Tests.Admin.Site.Menu;

public class MenuTreeTests
{
    [Test]
    public void Menus_of_three_languages_become_one_tree_and_the_same_menus_again()
    {
        var setting = Setting();

        var tree = MenuTree.Read(setting);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tree.Select(entry => entry.Path), Is.EqualTo(["/a", "/b", "https://example.tj/"]));
            Assert.That(tree[0].Text.Tg, Is.EqualTo("а-tg"));
            Assert.That(tree[0].Children.Single().Text.En, Is.EqualTo("в-en"));
            Assert.That(MenuTree.Write(tree).ToJson(), Is.EqualTo(setting.ToJson()));
        }
    }

    [Test]
    public void An_entry_that_one_language_has_alone_stays_in_its_place()
    {
        var setting = Setting();
        setting["ru"] = MenuItem.Write([new MenuItem("Только", "~/ru/only", []), .. MenuItem.Read(setting, "ru")]);

        var tree = MenuTree.Read(setting);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tree[0].Path, Is.EqualTo("/only"));
            Assert.That(tree[0].Text.Tg, Is.Empty);
            Assert.That(MenuTree.Write(tree).ToJson(), Is.EqualTo(setting.ToJson()));
        }
    }

    [TestCase("0", true)]
    [TestCase("0.0", true)]
    [TestCase("0.1", false)]
    [TestCase("9", false)]
    [TestCase("-1", false)]
    [TestCase("", false)]
    [TestCase("0.0.0.0", false)]
    public void A_position_finds_its_entry_or_nothing(string position, bool isFound) =>
        Assert.That(MenuTree.At(MenuTree.Read(Setting()), position) is not null, Is.EqualTo(isFound));

    private static FieldValues Setting()
    {
        var setting = new FieldValues();
        foreach (var culture in new[] { "tg", "ru", "en" })
        {
            setting[culture] = MenuItem.Write(
            [
                new($"а-{culture}", $"~/{culture}/a", [new($"в-{culture}", $"~/{culture}/a", [])]),
                new($"б-{culture}", $"~/{culture}/b", []),
                new($"г-{culture}", "https://example.tj/", []),
            ]);
        }

        return setting;
    }
}
