using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Directory;

public class DirectoryPageTests
{
    [TestCase("tg", "Вазоратҳо 1", "Вазорати молияи Ҷумҳурии Тоҷикистон", "Шаҳри Ваҳдат")]
    [TestCase("ru", "Министерства 1", "Министерство финансов Республики Таджикистан", "Город Вахдат")]
    [TestCase("en", "Ministries 1", "Ministry of Finance of the Republic of Tajikistan", "Vahdat City")]
    public async Task Bodies_stand_in_groups_under_their_names_and_lead_to_their_sites(
        string culture, string group, string ministry, string city)
    {
        var host = await SharedHost.GetAsync();

        var page = await host.Client().PageAsync($"/{culture}/agencies");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("h2"), Does.Contain(group));
            Assert.That(page.All(".links a"), Is.EqualTo([ministry, city]));
            Assert.That(page.Document.QuerySelector(".links a")!.GetAttribute("href"),
                Is.EqualTo($"/site/{SiteHost.Agency}/{culture}"));
        }
    }

    [TestCase("молия", "Вазорати молияи Ҷумҳурии Тоҷикистон")]
    [TestCase("ministry finance", "Вазорати молияи Ҷумҳурии Тоҷикистон")]
    [TestCase("вахдат", "Шаҳри Ваҳдат")]
    public async Task A_body_is_found_by_a_name_in_any_language_without_Tajik_letters(string typed, string found)
    {
        var host = await SharedHost.GetAsync();

        var page = await host.Client().PageAsync($"/tg/agencies?q={Uri.EscapeDataString(typed)}");

        Assert.That(page.All(".links a"), Is.EqualTo([found]));
    }

    [Test]
    public async Task The_list_can_be_narrowed_to_a_region()
    {
        var host = await SharedHost.GetAsync();

        var page = await host.Client().PageAsync("/tg/agencies?region=drs");

        Assert.That(page.All(".links a"), Is.EqualTo(["Шаҳри Ваҳдат"]));
    }
}
