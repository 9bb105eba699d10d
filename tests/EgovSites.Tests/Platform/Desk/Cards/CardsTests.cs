using EgovSites.Platform.Accounts;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Desk.Cards;

public class CardsTests
{
    [TestCase("tg", "Ҳолат", "Забонҳо", "Тағйир ёфт")]
    [TestCase("ru", "Состояние", "Языки", "Изменено")]
    [TestCase("en", "State", "Languages", "Changed")]
    public async Task A_cell_carries_the_heading_of_its_column(string culture, params string[] headings)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Editor, culture: culture);

        var page = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/content");

        var row = page.Document.QuerySelector("table.stacked tbody tr")!;
        Assert.That(row.QuerySelectorAll("td[data-label]")
            .Select(cell => cell.GetAttribute("data-label")), Is.EqualTo(headings));
        Assert.That(row.QuerySelector("td.check")!.HasAttribute("data-label"), Is.False,
            "a heading that is only heard is not shown");
    }

    [Test]
    public async Task A_table_of_cards_stays_a_table_to_those_who_hear_it()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Editor);

        var page = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/content");

        var table = page.Document.QuerySelector("table.stacked")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.HasAttribute("cards"), Is.False);
            Assert.That(table.GetAttribute("role"), Is.EqualTo("table"));
            Assert.That(table.QuerySelectorAll("thead, tbody")
                .Select(part => part.GetAttribute("role")), Is.All.EqualTo("rowgroup"));
            Assert.That(table.QuerySelectorAll("tr").Select(part => part.GetAttribute("role")), Is.All.EqualTo("row"));
            Assert.That(table.QuerySelectorAll("thead th")
                .Select(part => part.GetAttribute("role")), Is.All.EqualTo("columnheader"));
            Assert.That(table.QuerySelectorAll("tbody th")
                .Select(part => part.GetAttribute("role")), Is.All.EqualTo("rowheader"));
            Assert.That(table.QuerySelectorAll("td").Select(part => part.GetAttribute("role")), Is.All.EqualTo("cell"));
        }
    }

    [Test]
    public async Task A_table_of_the_public_site_is_left_as_it_is()
    {
        var host = await SharedHost.GetAsync();

        var page = await host.Client().PageAsync($"/site/{SiteHost.Agency}/tg/contacts");

        Assert.That(page.Document.QuerySelectorAll("table[role], td[role], tr[role]"), Is.Empty);
    }
}
