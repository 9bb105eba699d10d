using System.Text.Json.Nodes;
using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Writing.Checking;

public class WritingTests
{
    private const string Desk = $"/admin/sites/{SiteHost.Agency}";
    private const string NewItem = $"{Desk}/content/new/News";
    private const string Elsewhere = $"/admin/sites/{SiteHost.OtherAgency}";

    [Test]
    public async Task Own_items_are_found_without_Tajik_letters_and_others_are_not()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        using var other = await DeskClient.SignInAsync(host, Role.Editor, SiteHost.OtherAgency);
        await desk.PostAsync(NewItem, NewItem, ("revision", "0"), ("tg.Title", "Қӯғони ҷодугар"), ("verb", "save"));

        var own = await JsonAsync(desk, $"{Desk}/find?q=кугони+чодугар&culture=tg");
        var foreign = await JsonAsync(other, $"{Elsewhere}/find?q=кугони+чодугар&culture=tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(own.AsArray()
                .Select(one => one!["title"]!.GetValue<string>()), Is.EqualTo(new[] { "Қӯғони ҷодугар" }));
            Assert.That(own[0]!["type"]!.GetValue<string>(), Is.Not.Empty);
            Assert.That(foreign.AsArray(), Is.Empty);
        }
    }

    [Test]
    public async Task Terms_are_offered_in_the_language_that_is_written()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var terms = await JsonAsync(desk, $"{Desk}/terms?q=молия&culture=ru");

        Assert.That(terms.AsArray()
            .Select(one => one!["text"]!.GetValue<string>()), Does.Contain("Министерство финансов"));
    }

    [Test]
    public async Task Letters_are_judged_with_their_places_and_a_repaired_text()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var page =
            await desk.PostAsync(NewItem, $"{Desk}/hygiene", ("culture", "tg"), ("text", "Рўзи корй\r\nдар Cуғд"));
        var answer = JsonNode.Parse(await page.Response.Content.ReadAsStringAsync())!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer["repaired"]!.GetValue<string>(), Is.EqualTo("Рӯзи корӣ\nдар Суғд"));
            Assert.That(answer["findings"]!.AsArray()
                .Select(one => one!["start"]!.GetValue<int>()), Is.EqualTo(new[] { 0, 5, 14 }));
            Assert.That(answer["findings"]![0]!["message"]!.GetValue<string>(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task The_panel_of_advice_is_made_from_what_is_typed()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var page = await desk.PostAsync(NewItem, $"{Desk}/checks", ("type", "News"), ("tg.Title", "ХАБАРИ МУҲИМ!"),
            ("tg.Body", "#### Чуқур\n\nРўзи корй дар https://khovar.tj"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.QuerySelectorAll("#checks a[href='#tg-Title']"), Has.Length.EqualTo(2));
            Assert.That(page.Document.QuerySelectorAll("#checks .checks a[href='#tg-Body']"), Has.Length.EqualTo(2));
            Assert.That(page.All("#checks del"), Is.EqualTo(["Рўзи", "корй"]));
            Assert.That(page.Document.QuerySelector("#checks meter"), Is.Not.Null);
        }
    }

    [Test]
    public async Task Checking_saves_nothing_and_repairing_gives_the_form_back()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var page = await desk.PostAsync(NewItem, NewItem, ("revision", "0"), ("tg.Title", "Рўйхати якум"),
            ("tg.Body", "Рўзи корй"), ("verb", "repair:tg.Body"));
        var found = await JsonAsync(desk, $"{Desk}/find?q=руйхати+якум&culture=tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.All("#tg-Body"), Is.EqualTo(["Рӯзи корӣ"]));
            Assert.That(page.All("#tg-Title"), Is.EqualTo(["Рўйхати якум"]));
            Assert.That(found.AsArray(), Is.Empty);
        }
    }

    [Test]
    public async Task Wrong_letters_never_keep_a_text_from_being_saved_but_are_said()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var saved = await desk.PostAsync(
            NewItem, NewItem, ("revision", "0"), ("tg.Title", "Хабар"), ("tg.Body", "Рўзи корй"), ("verb", "save"));
        var page = await desk.GetAsync(saved.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("#tg-Body"), Is.EqualTo(["Рўзи корй"]));
            Assert.That(page.Document.QuerySelector(".notice.warn a[href='#checks']"), Is.Not.Null);
        }
    }

    [TestCase("/find?q=а")]
    [TestCase("/terms?q=а")]
    public async Task Another_sites_desk_answers_nothing(string address)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.AgencyAdministrator);

        Assert.That((await desk.GetAsync(Elsewhere + address)).Status, Is.EqualTo(404));
    }

    [TestCase("/hygiene")]
    [TestCase("/checks")]
    public async Task Another_sites_desk_looks_through_nothing(string address)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.AgencyAdministrator);

        var page =
            await desk.PostAsync(NewItem, Elsewhere + address, ("type", "News"), ("culture", "tg"), ("text", "а"));

        Assert.That(page.Status, Is.EqualTo(404));
    }

    [TestCase("/hygiene", "culture", "xx")]
    [TestCase("/checks", "type", "NoSuchType")]
    public async Task What_is_not_known_is_refused(string address, string name, string value)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        Assert.That((await desk.PostAsync(NewItem, Desk + address, (name, value))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Nothing_is_looked_through_without_the_pages_token()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var page = await desk.PostAsync($"{Desk}/find", $"{Desk}/hygiene", ("culture", "tg"), ("text", "а"));

        Assert.That(page.Status, Is.EqualTo(400));
    }

    private static async Task<JsonNode> JsonAsync(DeskClient desk, string address) =>
        JsonNode.Parse(await (await desk.GetAsync(address)).Response.Content.ReadAsStringAsync())!;
}
