using EgovSites.Admin.Site.Menu;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Site.Menu;

/// <summary>
/// The menu is changed on the desk and read on the site. A host of its own, for others read the same menu.
/// </summary>
[NonParallelizable]
public class MenuPageTests
{
    private const string Address = $"/admin/sites/{SiteHost.Agency}/menu";

    [Test]
    public async Task A_moved_entry_stands_in_its_new_place_for_visitors_at_once()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        using var reader = host.Client();
        var before = await PublicAsync(reader);

        var moved = await PostAsync(desk, "", ("verb", "down"), ("at", "0"));
        var after = await PublicAsync(reader);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Status, Is.EqualTo(302));
            Assert.That(after[0], Is.EqualTo(before[1]));
            Assert.That(after[1], Is.EqualTo(before[0]));
            await using var scope = TestDesk.Open(host);
            Assert.That(await scope.Db.Set<AuditEntry>().CountAsync(entry => entry.Verb == "menuMove"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task After_a_move_the_keyboard_goes_on_from_the_moved_entry()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var down = await PostAsync(desk, "", ("verb", "down"), ("at", "0"));
        var after = await desk.GetAsync(down.Response.Headers.Location!.ToString());
        var up = await PostAsync(desk, "", ("verb", "up"), ("at", "1"));
        var atTheTop = await desk.GetAsync(up.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Focused(after), Is.EqualTo(("1", "down")));
            Assert.That(Focused(atTheTop), Is.EqualTo(("0", "down")));
        }
    }

    [Test]
    public async Task A_page_is_added_renamed_and_removed_and_follows_its_item()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var writer = TestDesk.Open(host);
        var standard = host.Services.GetRequiredService<Standards>().Newest;
        var lasting =
            standard.Types.First(type => type.Behaviours is { HasDetailPage: true, InFeeds: false, Expires: false });
        var row = await writer.Db.Set<EgovSites.Platform.Publishing.Publications.Publication>().AsNoTracking()
            .FirstAsync(row => row.Type == lasting.Name && row.Culture == "tg");
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        using var reader = host.Client();

        var added = await PostAsync(desk, "?handler=Add", ("To", $"item:{row.ItemId}"), ("Below", "0"),
            ("Tg", "Саҳифаи нав"), ("Ru", "Новая страница"), ("En", "New page"));
        var link = (await reader.PageAsync($"/site/{SiteHost.Agency}/tg")).Document.QuerySelectorAll("nav a")
            .FirstOrDefault(one => one.TextContent.Trim() == "Саҳифаи нав");
        var at = (await desk.GetAsync(Address)).Document.QuerySelectorAll("[data-at]")
            .Last(line => line.TextContent.Contains("Саҳифаи нав", StringComparison.Ordinal)).GetAttribute("data-at")!;
        var renamed = await PostAsync(desk, "", ("verb", "rename"), ("at", at), ("tg", "Номи дигар"),
            ("ru", "Другое имя"), ("en", "Another name"));
        var wordless = await PostAsync(
            desk, "", ("verb", "rename"), ("at", at), ("tg", ""), ("ru", "Другое имя"), ("en", "Another name"));
        var removed = await PostAsync(desk, "", ("verb", "remove"), ("at", at));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.Status, Is.EqualTo(302));
            Assert.That(link?.GetAttribute("href"), Is.EqualTo($"/site/{SiteHost.Agency}/tg/{row.Section}/{row.Slug}"));
            Assert.That(renamed.Status, Is.EqualTo(302));
            Assert.That(wordless.Status, Is.EqualTo(422));
            Assert.That(removed.Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task What_the_standard_keeps_cannot_be_removed_and_the_limit_holds()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var page = await desk.GetAsync(Address);
        var keeps = host.Services.GetRequiredService<Standards>().Newest.MenuKeeps;
        var locked = page.Document.QuerySelectorAll(".menu-row").Where(row => row.QuerySelector(".tag") is not null)
            .Select(row => row.QuerySelector("[name=at]")!.GetAttribute("value")!).ToList();

        var refused = await PostAsync(desk, "", ("verb", "remove"), ("at", locked[0]));
        var full = await PostAsync(
            desk, "?handler=Add", ("Link", "https://example.tj/"), ("Tg", "а"), ("Ru", "а"), ("En", "a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(locked, Has.Count.GreaterThanOrEqualTo(keeps.Count));
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(refused.Document.QuerySelector("[role=alert]"), Is.Not.Null);
            Assert.That(full.Status,
                Is.EqualTo(page.Document.QuerySelectorAll("ol.menu-list:not(.inner) > li").Length < 8 ? 302 : 422));
        }
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("http://example.tj/")]
    [TestCase("//example.tj/")]
    [TestCase("")]
    public async Task An_unsafe_address_is_refused(string link)
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        Assert.That(
            (await PostAsync(desk, "?handler=Add", ("Link", link), ("Below", "0"), ("Tg", "а"), ("Ru", "а"),
                ("En", "a"))).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task What_changed_in_between_is_never_written_over()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var stale =
            await desk.PostAsync(Address, Address, ("version", "0123456789abcdef"), ("verb", "down"), ("at", "0"));

        Assert.That(stale.Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Words_typed_over_an_older_menu_are_kept_in_the_form_of_their_entry()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var first = await DeskClient.SignInAsync(host, Role.Editor);
        using var second = await DeskClient.SignInAsync(host, Role.Editor);
        var page = await second.GetAsync(Address);
        var (version, entry) = (page.Document.QuerySelector("[name=version]")!.GetAttribute("value")!,
            page.Document.QuerySelector("[name=entry]")!.GetAttribute("value")!);
        await PostAsync(first, "", ("verb", "down"), ("at", "0"));

        var told = await second.PostAsync(Address, Address, ("version", version), ("verb", "rename"), ("at", "0"),
            ("entry", entry), ("tg", "Номи нав"), ("ru", "Новое имя"), ("en", "New name"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Status, Is.EqualTo(422));
            Assert.That(told.Document.QuerySelector("[role=alert]")!.TextContent, Does.Contain("Номи нав"));
            Assert.That(told.Document.QuerySelector("details[open] [name=at]")!.GetAttribute("value"), Is.EqualTo("1"),
                "the entry has moved, the words with it");
            Assert.That(
                told.Document.QuerySelector("details[open] [name=ru]")!.GetAttribute("value"), Is.EqualTo("Новое имя"));
        }
    }

    [Test]
    public async Task Of_two_changes_in_the_same_moment_one_is_refused()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var first = TestDesk.Open(host);
        await using var second = TestDesk.Open(host);
        var version =
            SiteSetting.VersionOf(await first.Db.Set<SiteSetting>().SingleAsync(row => row.Name == SiteSetting.Menu));

        var before = await second.Do<ChangeMenu>().MoveAsync(TestDesk.Officer, version, "0", 1);
        var after = await first.Do<ChangeMenu>().MoveAsync(TestDesk.Officer, version, "1", 1);

        Assert.That((before.IsDone, after.Reasons.Single().Key), Is.EqualTo((true, "menu.changed")));
    }

    [Test]
    public async Task An_order_must_name_each_place_of_one_level_once()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var change = scope.ServiceProvider.GetRequiredService<ChangeMenu>();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var page = await desk.GetAsync(Address);
        var (version, count) = (page.Document.QuerySelector("[name=version]")!.GetAttribute("value"),
            page.Document.QuerySelectorAll("ol.menu-list:not(.inner) > li").Length);
        var all = Enumerable.Range(0, count).Reverse().Select(at => $"{at}").ToList();

        var twice = await change.OrderAsync(TestDesk.Officer, version, [all[0], .. all.SkipLast(1)]);
        var mixed = await change.OrderAsync(TestDesk.Officer, version, ["0.0", .. all.Skip(1)]);
        var turned = await change.OrderAsync(TestDesk.Officer, version, all);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(twice.IsDone, Is.False);
            Assert.That(mixed.IsDone, Is.False);
            Assert.That(turned.IsDone, Is.True);
        }
    }

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

    private static async Task<EgovSites.Tests.Hosting.Page> PostAsync(
        DeskClient desk, string handler, params (string Name, string Value)[] fields)
    {
        var version = (await desk.GetAsync(Address)).Document.QuerySelector("[name=version]")!.GetAttribute("value")!;
        return await desk.PostAsync(Address, Address + handler, [.. fields, ("version", version)]);
    }

    private static async Task<IReadOnlyList<string>> PublicAsync(HttpClient reader)
    {
        var page = await reader.PageAsync($"/site/{SiteHost.Agency}/tg");
        return [.. page.Document.QuerySelectorAll("#menu > ul > li")
            .Select(line => line.QuerySelector("a, summary, button")!.TextContent.Trim())
            .Where(text => text.Length > 0)];
    }

    private static (string? At, string? Verb) Focused(Page page)
    {
        var button = page.Document.QuerySelectorAll("[autofocus]").SingleOrDefault();
        return (button?.Closest("[data-at]")?.GetAttribute("data-at"), button?.GetAttribute("value"));
    }
}
