using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Writing.Content;

public class ContentPageTests
{
    private const string List = $"/admin/sites/{SiteHost.Agency}/content";

    [Test]
    public async Task Marked_items_are_published_reported_and_taken_back_without_script()
    {
        var host = await SharedHost.GetAsync();
        await using var writer = TestDesk.Open(host);
        var (first, second) = (await writer.SaveAsync(("tg", "Рӯйхат якум")), await writer.SaveAsync(("tg", "")));
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var sent = await desk.PostAsync(
            List, $"{List}/bulk", ("verb", "publish"), ("pick", first), ("pick", second), ("back", "?who=me&evil=1"));
        var report = await desk.GetAsync(sent.Response.Headers.Location!.ToString());
        var run = report.Document.QuerySelector(".notice [name=run]")!.GetAttribute("value")!;
        var back = await desk.PostAsync(List, $"{List}/bulk", ("verb", "undo"), ("run", run));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.Response.Headers.Location!.ToString(), Does.StartWith($"{List}?who=me&run=")
                .And.Not.Contain("evil"));
            Assert.That(report.All(".notice li").Single(), Does.Contain("пур кунед"));
            Assert.That((await desk.GetAsync(back.Response.Headers.Location!.ToString())).All(".notice strong")
                .Single(), Does.Contain("1"));
            Assert.That(await writer.FindAsync(first), Is.Empty);
        }
    }

    [Test]
    public async Task Mine_are_not_those_of_somebody_of_the_same_name()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        using var namesake = await DeskClient.SignInAsync(host, Role.Author);
        const string New = $"/admin/sites/{SiteHost.Agency}/content/new/News";
        await desk.PostAsync(New, New, ("revision", "0"), ("tg.Title", "Ҳамном навишт"), ("verb", "save"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.GetAsync($"{List}?who=me")).Text, Does.Contain("Ҳамном навишт"));
            Assert.That((await namesake.GetAsync($"{List}?who=me")).Text, Does.Not.Contain("Ҳамном навишт"));
        }
    }

    [Test]
    public async Task An_author_sees_no_button_above_the_role()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        Assert.That((await desk.GetAsync(List)).Document.QuerySelectorAll(".bulk button")
            .Select(button => button.GetAttribute("value")), Is.EqualTo(["bin", "topic"]));
    }

    [Test]
    public async Task A_kept_view_is_its_editors_alone_until_it_is_deleted()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        using var colleague = await DeskClient.SignInAsync(host, Role.Author);

        await desk.PostAsync($"{List}?state=draft", $"{List}?state=draft&handler=View", ("name", "Сиёҳнависҳои ман"));
        var kept = await desk.GetAsync(List);
        var view = kept.Document.QuerySelector(".view")!;
        await colleague.PostAsync(
            List, $"{List}?handler=Drop", ("view", view.QuerySelector("button")!.GetAttribute("value")!));
        var still = await desk.GetAsync(List);
        await desk.PostAsync(
            List, $"{List}?handler=Drop", ("view", view.QuerySelector("button")!.GetAttribute("value")!));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.QuerySelector("a")!.GetAttribute("href"), Is.EqualTo($"{List}?state=draft"));
            Assert.That((await colleague.GetAsync(List)).All(".view"), Is.Empty);
            Assert.That(still.All(".view"), Has.Count.EqualTo(1));
            Assert.That((await desk.GetAsync(List)).All(".view"), Is.Empty);
        }
    }

    [Test]
    public async Task A_view_without_a_name_is_refused_at_its_field()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);

        var page = await desk.PostAsync($"{List}?state=draft", $"{List}?state=draft&handler=View", ("name", "  "));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.Document.QuerySelector("#view-error"), Is.Not.Null);
        }
    }

    [Test]
    public async Task Chosen_columns_are_remembered_for_the_editor()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        await desk.PostAsync(List, $"{List}?handler=Columns", ("column", "who"), ("column", "no-such-column"));

        Assert.That((await desk.GetAsync(List))
            .All(".rows thead th"), Has.Count.EqualTo(3), "the box, the title and who");
    }

    [Test]
    public async Task Titles_are_sorted_in_the_Tajik_alphabet()
    {
        var host = await SharedHost.GetAsync();
        await using var writer = TestDesk.Open(host);
        foreach (var title in new[] { "Ҳисоботи ҳарфшумор", "Қарори ҳарфшумор", "Хабари ҳарфшумор",
            "Корвони ҳарфшумор" })
        {
            await writer.SaveAsync(("tg", title));
        }

        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var page = await desk.GetAsync($"{List}?q=ҳарфшумор&sort=title");

        Assert.That(page.All(".rows tbody th a"),
            Is.EqualTo(["Корвони ҳарфшумор", "Қарори ҳарфшумор", "Хабари ҳарфшумор", "Ҳисоботи ҳарфшумор"]));
    }

    [TestCase("/bulk")]
    [TestCase("")]
    public async Task Another_site_stays_unknown_to_forms_too(string path)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.AgencyAdministrator);

        var page = await desk.PostAsync(
            List, $"/admin/sites/{SiteHost.OtherAgency}/content{path}?handler=Columns", ("verb", "bin"));

        Assert.That(page.Status, Is.EqualTo(404));
    }
}
