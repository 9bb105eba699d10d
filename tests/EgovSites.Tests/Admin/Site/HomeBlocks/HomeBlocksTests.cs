using EgovSites.Admin.Site.HomeBlocks;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Site.HomeBlocks;

/// <summary>Editors order the home page; what the standard locks stays on it.</summary>
public class HomeBlocksTests
{
    private const string Address = $"/admin/sites/{SiteHost.Agency}/home";
    private const string Home = $"/site/{SiteHost.Agency}/tg";

    [Test]
    public async Task A_moved_and_a_hidden_block_are_so_for_visitors_at_once()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        using var reader = host.Client();
        var before = await HeadingsAsync(reader);

        await PostAsync(desk, ("block", "services"), ("verb", "up"));
        var moved = await HeadingsAsync(reader);
        await PostAsync(desk, ("block", "services"), ("verb", "off"));
        var hidden = await HeadingsAsync(reader);
        await PostAsync(desk, ("block", "services"), ("verb", "on"));
        var shown = await HeadingsAsync(reader);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.IndexOf("services"), Is.GreaterThan(before.IndexOf("news")));
            Assert.That(moved.IndexOf("services"), Is.LessThan(moved.IndexOf("news")).And.GreaterThanOrEqualTo(0));
            Assert.That(hidden, Does.Not.Contain("services"));
            Assert.That(shown, Is.EqualTo(moved));
            await using var scope = TestDesk.Open(host);
            Assert.That(await scope.Db.Set<AuditEntry>()
                .CountAsync(entry => entry.Verb.StartsWith("home")), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task A_locked_block_cannot_be_hidden_and_the_page_says_why()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var refused = await PostAsync(desk, ("block", "appeal"), ("verb", "off"));
        var unknown = await PostAsync(desk, ("block", "banner"), ("verb", "off"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(refused.Document.QuerySelector("[role=alert]"), Is.Not.Null);
            Assert.That(unknown.Status, Is.EqualTo(422));
        }
    }

    [Test]
    public async Task The_second_of_two_editors_is_told_sees_what_stands_and_may_press_again()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var first = await DeskClient.SignInAsync(host, Role.Editor);
        using var second = await DeskClient.SignInAsync(host, Role.Editor);
        var opened = VersionOn(await second.GetAsync(Address));
        await PostAsync(first, ("block", "services"), ("verb", "off"));

        var told = await second.PostAsync(Address, Address, ("version", opened), ("block", "services"), ("verb", "up"));
        var again = told.Document.QuerySelector("[role=alert] form")!;
        var done = await second.PostAsync(
            Address, Address, ("version", again.QuerySelector("[name=version]")!.GetAttribute("value")!),
            ("block", again.QuerySelector("[name=block]")!.GetAttribute("value")!),
            ("verb", again.QuerySelector("button")!.GetAttribute("value")!));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Status, Is.EqualTo(422));
            Assert.That(told.Document.QuerySelectorAll("button[value=on]"), Has.Length.EqualTo(1),
                "what the first did is seen");
            Assert.That(done.Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task Of_two_writes_in_the_same_moment_one_is_refused()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var first = TestDesk.Open(host);
        await using var second = TestDesk.Open(host);
        var read = await first.Db.Set<SiteSetting>().SingleAsync(row => row.Name == SiteSetting.Home);
        var version = SiteSetting.VersionOf(read);

        var before = await second.Do<ChangeHome>().ShowAsync(TestDesk.Officer, version, "services", false);
        var after = await first.Do<ChangeHome>().MoveAsync(TestDesk.Officer, version, "services", -1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Reasons, Is.Empty);
            Assert.That(after.Reasons.Single().Key, Is.EqualTo("blocks.changed"));
            Assert.That(await second.Db.Set<AuditEntry>()
                .CountAsync(entry => entry.Verb.StartsWith("home")), Is.EqualTo(1));
        }
    }

    private static string VersionOn(Page page) => page.Document.QuerySelector("[name=version]")!.GetAttribute("value")!;

    private static async Task<Page> PostAsync(DeskClient desk, params (string Name, string Value)[] fields) =>
        await desk.PostAsync(Address, Address, [.. fields, ("version", VersionOn(await desk.GetAsync(Address)))]);

    [Test]
    public async Task An_author_and_another_sites_editor_get_nowhere()
    {
        var host = await SharedHost.GetAsync();
        using var author = await DeskClient.SignInAsync(host, Role.Author);
        using var stranger = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await author.GetAsync(Address)).Status, Is.EqualTo(403));
            Assert.That((await stranger.GetAsync(Address)).Status, Is.EqualTo(404));
        }
    }

    private static async Task<List<string?>> HeadingsAsync(HttpClient reader) =>
        [.. (await reader.PageAsync(Home)).Document.QuerySelectorAll("main h2[id]").Select(heading => heading.Id)];
}
