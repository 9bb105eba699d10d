using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Writing.Editing;

public class AutosaveTests
{
    private const string New = $"/admin/sites/{SiteHost.Agency}/content/new/News";

    [Test]
    public async Task What_was_typed_and_not_saved_is_offered_again_and_gone_after_a_save()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var (address, id) = await SaveAsync(desk);

        await KeepAsync(desk, address, id, ("revision", "1"), ("typed", "true"), ("tg.Title", "Ҳанӯз захира нашуда"));
        var offered = await desk.GetAsync(address);
        var restored = await desk.GetAsync($"{address}?copy={id}");
        await desk.PostAsync(address, address, ("revision", "1"), ("tg.Title", "Захира шуд"), ("verb", "save"));
        var after = await desk.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(offered.All("#tg-Title"), Is.EqualTo(["Сарлавҳаи аввал"]));
            Assert.That(offered.Document.QuerySelector($"a[href$='?copy={id}']"), Is.Not.Null);
            Assert.That(restored.All("#tg-Title"), Is.EqualTo(["Ҳанӯз захира нашуда"]));
            Assert.That(after.Document.QuerySelector("a[href*='?copy=']"), Is.Null);
        }
    }

    [Test]
    public async Task Something_new_that_was_never_saved_is_offered_on_the_empty_form()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var id = (await desk.GetAsync(New)).Document.QuerySelector("[name=item]")!.GetAttribute("value")!;

        await KeepAsync(desk, New, id, ("revision", "0"), ("typed", "true"), ("ru.Title", "Черновик с поезда"));
        var restored = await desk.GetAsync($"{New}?copy={id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.GetAsync(New)).Document.QuerySelector($"a[href$='?copy={id}']"), Is.Not.Null);
            Assert.That(restored.All("#ru-Title"), Is.EqualTo(["Черновик с поезда"]));
            Assert.That(restored.Document.QuerySelector("[name=item]")!.GetAttribute("value"), Is.EqualTo(id));
        }
    }

    [Test]
    public async Task Two_editors_in_one_item_see_each_others_names()
    {
        var host = await SharedHost.GetAsync();
        using var first = await DeskClient.SignInAsync(host, Role.Author);
        using var second = await DeskClient.SignInAsync(host, Role.Author);
        var (address, id) = await SaveAsync(first);

        await KeepAsync(first, address, id, ("revision", "1"), ("typed", "false"));
        var heard = await KeepAsync(second, address, id, ("revision", "1"), ("typed", "false"));
        var page = await second.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await heard.Response.Content.ReadAsStringAsync(), Does.Contain("\"others\":[\""));
            Assert.That(
                page.Document.QuerySelector(".notice.warn:not([hidden])")!.TextContent, Does.Contain("Насаб Ном"));
        }
    }

    [Test]
    public async Task The_second_to_save_gets_a_comparison_keeps_his_words_and_may_take_the_others()
    {
        var host = await SharedHost.GetAsync();
        using var first = await DeskClient.SignInAsync(host, Role.Author);
        using var second = await DeskClient.SignInAsync(host, Role.Author);
        var (address, _) = await SaveAsync(first);
        await first.PostAsync(address, address, ("revision", "1"), ("tg.Title", "Аз якум"),
            ("tg.Summary", "Муқаддимаи якум"), ("verb", "save"));

        var compared =
            await second.PostAsync(address, address, ("revision", "1"), ("tg.Title", "Аз дуюм"), ("verb", "save"));
        await second.PostAsync(address, address, ("revision", "2"), ("tg.Title", "Аз дуюм"),
            ("tg.Summary", "Муқаддимаи якум"), ("take", "tg.Title"), ("verb", "save"));
        var saved = await second.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(compared.Status, Is.EqualTo(422));
            Assert.That(compared.All("#tg-Title"), Is.EqualTo(["Аз дуюм"]), "both changed it: his own words stay");
            Assert.That(
                compared.All("#tg-Summary"), Is.EqualTo(["Муқаддимаи якум"]), "only the other changed it: taken over");
            Assert.That(compared.Document.QuerySelector("[name=revision]")!.GetAttribute("value"), Is.EqualTo("2"));
            Assert.That(compared.Document.QuerySelectorAll("[name=take]")
                .Select(box => box.GetAttribute("value")), Is.EqualTo(["tg.Title"]));
            Assert.That(compared.Document.QuerySelector("ins, del"), Is.Not.Null);
            Assert.That(saved.All("#tg-Title"), Is.EqualTo(["Аз якум"]));
        }
    }

    [Test]
    public async Task A_double_click_on_save_makes_one_item()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var title = "Як бор " + Guid.NewGuid().ToString("N")[..8];
        var id = (await desk.GetAsync(New)).Document.QuerySelector("[name=item]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            desk.PostAsync(New, New, ("item", id), ("revision", "0"), ("tg.Title", title), ("verb", "save"))));
        await using var look = await TestDesk.OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(302));
            Assert.That(await look.Db.Set<Translation>().CountAsync(words => words.Title == title), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_second_tab_of_the_same_new_form_gets_a_comparison_and_loses_nothing()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var id = (await desk.GetAsync(New)).Document.QuerySelector("[name=item]")!.GetAttribute("value")!;
        await desk.PostAsync(New, New, ("item", id), ("revision", "0"), ("tg.Title", "Варақаи якум"), ("verb", "save"));

        var second = await desk.PostAsync(
            New, New, ("item", id), ("revision", "0"), ("tg.Title", "Варақаи дуюм"), ("verb", "save"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Status, Is.EqualTo(422));
            Assert.That(second.All("#tg-Title"), Is.EqualTo(["Варақаи дуюм"]));
            Assert.That(second.Document.QuerySelectorAll("[name=take]")
                .Select(box => box.GetAttribute("value")), Is.EqualTo(["tg.Title"]));
        }
    }

    [Test]
    public async Task Saving_one_tab_keeps_what_the_other_typed_and_drops_what_it_typed_itself()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var (address, id) = await SaveAsync(desk);
        var (first, second) = (await OpenedAsync(desk, address), await OpenedAsync(desk, address));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await KeepAsync(
            desk, address, id, ("opened", second), ("revision", "1"), ("typed", "true"), ("tg.Title", "Варақаи дигар"));
        await desk.PostAsync(
            address, address, ("opened", first), ("revision", "1"), ("tg.Title", "Варақаи якум"), ("verb", "save"));
        var afterFirst = await desk.GetAsync($"{address}?copy={id}");
        var compared = await desk.PostAsync(
            address, address, ("opened", second), ("revision", "1"), ("tg.Title", "Варақаи дигар"), ("verb", "save"));
        await desk.PostAsync(address, address,
            ("opened", compared.Document.QuerySelector("[name=opened]")!.GetAttribute("value")!), ("revision", "2"),
            ("tg.Title", "Варақаи дигар"), ("verb", "save"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(afterFirst.All("#tg-Title"), Is.EqualTo(["Варақаи дигар"]));
            Assert.That((await desk.GetAsync(address))
                .Document.QuerySelector("a[href*='?copy=']"), Is.Null, "what a tab sent itself goes with its save");
        }
    }

    [Test]
    public async Task Another_sites_item_cannot_be_kept()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        using var stranger = await DeskClient.SignInAsync(host, Role.Author, SiteHost.OtherAgency);
        var (_, id) = await SaveAsync(desk);
        var form = $"/admin/sites/{SiteHost.OtherAgency}/content/new/News";

        var page = await KeepAsync(stranger, form, id, ("revision", "1"), ("typed", "true"), ("tg.Title", "Бегона"));

        Assert.That(page.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Copies_that_nobody_came_back_to_are_forgotten()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var (address, id) = await SaveAsync(desk);
        await KeepAsync(desk, address, id, ("revision", "1"), ("typed", "true"), ("tg.Title", "Фаромӯшшуда"));
        await using var look = TestDesk.Open(host);
        var before = await look.Db.Set<WorkingCopy>().CountAsync();
        host.Clock.Advance(BinSweep.CopiesKeptFor + TimeSpan.FromDays(1));

        await host.Services.GetRequiredService<BinSweep>().SweepAsync(host.Tenant(SiteHost.Agency));

        Assert.That((before, await look.Db.Set<WorkingCopy>().CountAsync()), Is.EqualTo((1, 0)));
    }

    private static async Task<(string Address, string Id)> SaveAsync(DeskClient desk)
    {
        var saved =
            await desk.PostAsync(New, New, ("revision", "0"), ("tg.Title", "Сарлавҳаи аввал"), ("verb", "save"));
        var address = saved.Response.Headers.Location!.ToString().Split('?')[0];
        return (address, address[(address.LastIndexOf('/') + 1)..]);
    }

    private static async Task<string> OpenedAsync(DeskClient desk, string address) =>
        (await desk.GetAsync(address)).Document.QuerySelector("[name=opened]")!.GetAttribute("value")!;

    private static Task<Page> KeepAsync(DeskClient desk, string form, string id, params (string, string)[] controls) =>
        desk.PostAsync(form, $"/admin/sites/{SiteHost.Agency}/autosave/News/{id}", controls);
}
