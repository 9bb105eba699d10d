using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Writing.Editing;

/// <summary>The pages around an item's form: its plan, its withdrawal, its review and its versions.</summary>
public class FlowPagesTests
{
    [Test]
    public async Task An_editor_plans_a_language_and_the_form_says_when()
    {
        var (desk, address, id) = await SavedAsync(Role.Editor);
        using var _ = desk;

        var planned = await desk.PostAsync(
            $"{address}/plan", $"{address}/plan", ("publish.tg", "2026-12-01T09:30"), ("withdraw.tg", ""));
        var form = await desk.GetAsync(address);
        var known = await WordsAsync(id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.Status, Is.EqualTo(302));
            Assert.That(known.PublishAt, Is.EqualTo(new DateTimeOffset(2026, 12, 1, 4, 30, 0, TimeSpan.Zero)));
            Assert.That(form.Text, Does.Contain("09:30"));
        }
    }

    [Test]
    public async Task A_plan_that_cannot_be_keeps_what_was_typed_and_says_why()
    {
        var (desk, address, _) = await SavedAsync(Role.Editor);
        using var keep = desk;

        var page = await desk.PostAsync(
            $"{address}/plan", $"{address}/plan", ("publish.tg", "2020-01-01T09:30"), ("withdraw.tg", ""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.Document.QuerySelector("[role=alert]"), Is.Not.Null);
            Assert.That(
                page.Document.QuerySelector("#publish-tg")!.GetAttribute("value"), Is.EqualTo("2020-01-01T09:30"));
        }
    }

    [Test]
    public async Task Withdrawing_asks_for_the_reason_first()
    {
        var (desk, address, id) = await SavedAsync(Role.Editor, "publish:tg");
        using var _ = desk;

        var wordless = await desk.PostAsync($"{address}/withdrawal/tg", $"{address}/withdrawal/tg", ("Note", "Эзоҳ"));
        var withdrawn = await desk.PostAsync(
            $"{address}/withdrawal/tg", $"{address}/withdrawal/tg", ("Reason", "InError"), ("Note", "Эзоҳ"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wordless.Status, Is.EqualTo(422));
            Assert.That(wordless.All("#Note"), Is.EqualTo(["Эзоҳ"]));
            Assert.That(withdrawn.Status, Is.EqualTo(302));
            Assert.That((await WordsAsync(id)).State, Is.EqualTo(TranslationState.Withdrawn));
        }
    }

    [Test]
    public async Task One_asks_another_approves_and_the_first_publishes()
    {
        var host = await SharedHost.GetAsync();
        var type = host.Services.GetRequiredService<Standards>().Newest.Types.Where(type => type.Behaviours.Reviewed)
            .MinBy(type => type.Fields.Count(field => field.IsRequired))!;
        var (writer, address, id) = await SavedAsync(Role.Editor, "askReview:tg", type.Name);
        using var keep = writer;
        using var reader = await DeskClient.SignInAsync(host, Role.Editor);

        var own = await writer.PostAsync(
            $"{address}/review/tg", $"{address}/review/tg", ("decision", "approve"), ("revision", "1"));
        var dashboard = await reader.GetAsync($"/admin/sites/{SiteHost.Agency}");
        var approved = await reader.PostAsync(
            $"{address}/review/tg", $"{address}/review/tg", ("decision", "approve"), ("revision", "1"));
        await writer.PostAsync(
            address, address, ("revision", "1"), ("tg.Title", "Матни санҷидашаванда"), ("verb", "publish:tg"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(own.Status, Is.EqualTo(422));
            Assert.That(dashboard.Document.QuerySelector($"a[href$='{id}/review/tg']"), Is.Not.Null);
            Assert.That(approved.Status, Is.EqualTo(302));
            Assert.That((await WordsAsync(id)).Review.State, Is.Not.EqualTo(ReviewState.Asked));
        }
    }

    [Test]
    public async Task An_older_version_comes_back_as_a_draft_on_top()
    {
        var (desk, address, id) = await SavedAsync(Role.Author);
        using var _ = desk;
        await desk.PostAsync(address, address, ("revision", "1"), ("tg.Title", "Навишти дуюм"), ("verb", "save"));

        var versions = await desk.GetAsync($"{address}/versions");
        await desk.PostAsync($"{address}/versions", $"{address}/versions", ("number", "1"));
        var form = await desk.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(versions.Document.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(2));
            Assert.That(form.All("#tg-Title"), Is.EqualTo(["Матни санҷидашаванда"]));
            Assert.That(form.Document.QuerySelector("[name=revision]")!.GetAttribute("value"), Is.EqualTo("3"));
        }
    }

    [TestCase("/plan")]
    [TestCase("/withdrawal/tg")]
    [TestCase("/review/tg")]
    [TestCase("/versions")]
    public async Task Another_sites_item_is_not_found(string page)
    {
        var host = await SharedHost.GetAsync();
        var (desk, address, _) = await SavedAsync(Role.Editor, "publish:tg");
        using var keep = desk;
        using var centre = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        using var stranger = await DeskClient.SignInAsync(host, Role.Editor, SiteHost.OtherAgency);
        var foreign = address.Replace(SiteHost.Agency, SiteHost.OtherAgency, StringComparison.Ordinal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.GetAsync(address + page)).Status, Is.EqualTo(200));
            Assert.That((await centre.GetAsync(foreign + page)).Status, Is.EqualTo(404));
            Assert.That((await stranger.GetAsync(address + page)).Status, Is.EqualTo(404));
        }
    }

    [TestCase("/plan")]
    [TestCase("/withdrawal/tg")]
    [TestCase("/review/tg")]
    public async Task An_author_has_no_such_page(string page)
    {
        var (desk, address, _) = await SavedAsync(Role.Author);
        using var keep = desk;

        Assert.That((await desk.GetAsync(address + page)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task What_lay_in_the_bin_for_ninety_days_is_deleted_for_good_and_nothing_younger()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = TestDesk.Open(host);
        var old = await desk.SaveAsync(("tg", "Кӯҳна"));
        await desk.Do<MoveToBin>().RunAsync(TestDesk.Officer, old);
        host.Clock.Advance(TimeSpan.FromDays(89));
        var young = await desk.SaveAsync(("tg", "Нав"));
        await desk.Do<MoveToBin>().RunAsync(TestDesk.Officer, young);
        host.Clock.Advance(TimeSpan.FromDays(2));

        var count = await host.Services.GetRequiredService<BinSweep>().SweepAsync(host.Tenant(SiteHost.Agency));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(count, Is.EqualTo(1));
            Assert.That(await desk.Db.Set<Item>().AsNoTracking().Where(item => item.BinnedAt != null)
                .Select(item => item.Id).ToListAsync(), Is.EqualTo([young]));
        }
    }

    private static async Task<(DeskClient Desk, string Address, string Id)> SavedAsync(
        Role role, string verb = "save", string type = "News")
    {
        var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), role);
        var form = $"/admin/sites/{SiteHost.Agency}/content/new/{type}";
        var saved =
            await desk.PostAsync(form, form, ("revision", "0"), ("tg.Title", "Матни санҷидашаванда"), ("verb", verb));
        var address = saved.Response.Headers.Location!.ToString().Split('?')[0];
        return (desk, address, address[(address.LastIndexOf('/') + 1)..]);
    }

    private static async Task<Translation> WordsAsync(string id)
    {
        await using var desk = await TestDesk.OpenAsync();
        return await desk.Db.Set<Translation>().AsNoTracking()
            .SingleAsync(words => words.ItemId == id && words.Culture == "tg");
    }
}
