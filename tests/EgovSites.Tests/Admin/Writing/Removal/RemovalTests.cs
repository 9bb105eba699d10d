using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Writing.Removal;

/// <summary>Before something goes to the bin its editor sees what leads to it, and only then.</summary>
public class RemovalTests
{
    private const string List = $"/admin/sites/{SiteHost.Agency}/content";

    [Test]
    public async Task What_links_to_an_item_is_shown_before_it_goes_to_the_bin()
    {
        var host = await SharedHost.GetAsync();
        await using var writer = TestDesk.Open(host);
        var target = await writer.PublishAsync(("tg", "Ҳадафи истинод"));
        var slug = (await writer.FindAsync(target)).Single();
        var linking = await writer.SaveAsync(("tg", "Истинод мекунад"));
        await writer.UpdateAsync(
            linking, 1, $"Бинед: [ин ҷо](/tg/{slug.Section}/{slug.Slug}).", ("tg", "Истинод мекунад"));
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var sent = await desk.PostAsync(List, $"{List}/bulk", ("verb", "bin"), ("pick", target));
        var between = await desk.GetAsync(sent.Response.Headers.Location!.ToString());
        var alive = (await writer.FindAsync(target)).Count;
        await desk.PostAsync(sent.Response.Headers.Location!.ToString(), $"{List}/removal", ("pick", target));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(between.Document.QuerySelectorAll("main .todo a").Single()
                .GetAttribute("href"), Is.EqualTo($"{List}/{linking}"));
            Assert.That(alive, Is.EqualTo(1));
            Assert.That((await writer.Db.Set<Item>().AsNoTracking().SingleAsync(item => item.Id == target))
                .BinnedAt, Is.Not.Null);
        }
    }

    [Test]
    public async Task What_nothing_links_to_goes_at_once()
    {
        var host = await SharedHost.GetAsync();
        await using var writer = TestDesk.Open(host);
        var id = await writer.SaveAsync(("tg", "Бе истинод"));
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        await desk.PostAsync(List, $"{List}/bulk", ("verb", "bin"), ("pick", id));

        Assert.That((await writer.Db.Set<Item>().AsNoTracking().SingleAsync(item => item.Id == id))
            .BinnedAt, Is.Not.Null);
    }

    [Test]
    public async Task Links_by_id_and_menu_entries_are_found_and_longer_addresses_are_not()
    {
        await using var desk = await TestDesk.OpenAsync();
        var target = await desk.PublishAsync(("tg", "Кӯтоҳ"));
        var longer = await desk.PublishAsync(("tg", "Кӯтоҳ"));
        var row = (await desk.FindAsync(longer)).Single();
        var byId = await desk.SaveAsync(("tg", "Бо рақам"));
        await desk.UpdateAsync(
            byId, 1, $"[ин](item:{target}) [дигар](/tg/{row.Section}/{row.Slug})", ("tg", "Бо рақам"));

        var uses = await desk.Do<WhereUsed>().OfItemsAsync([target]);
        var inMenu = await desk.Do<WhereUsed>().OfAddressAsync("/news");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Slug, Does.EndWith("-2"));
            Assert.That(uses.Select(use => use.ItemId), Is.EqualTo([byId]));
            Assert.That(inMenu.Any(use => use.ItemId is null), Is.True);
        }
    }

    [Test]
    public async Task What_leads_to_many_items_at_once_is_found_however_it_leads_there()
    {
        await using var desk = await TestDesk.OpenAsync();
        var targets = new List<string>();
        for (var number = 0; number < 6; number++)
        {
            targets.Add(await desk.PublishAsync(("tg", $"Яке аз бисёр {number}")));
        }

        var row = (await desk.FindAsync(targets[1])).Single();
        var byId = await desk.SaveAsync(("tg", "Бо рақами якум"));
        await desk.UpdateAsync(byId, 1,
            $"[ин](item:{targets[0]}) [он](item:{targets[2]}) [дигар](/tg/{row.Section}/{row.Slug}-dar-oyanda)",
            ("tg", "Бо рақами якум"));
        var byAddress = await desk.SaveAsync(("tg", "Бо суроғаи дуюм"));
        await desk.UpdateAsync(
            byAddress, 1, $"[ин](/tg/{row.Section}/{row.Slug.ToUpperInvariant()}?a=1)", ("tg", "Бо суроғаи дуюм"));
        var picking = (await desk.Do<SaveDraft>().CreateAsync(TestDesk.Officer, desk.Type, new ItemDraft(
            new FieldValues { ["Related"] = MediaField.Of(Ids.New(), targets[3]) },
            new Dictionary<string, FieldValues> { ["ru"] = new() { ["Title"] = "Выбирает" } }, 0))).ItemId;

        var uses = await desk.Do<WhereUsed>().OfItemsAsync(targets);

        Assert.That(uses, Is.EquivalentTo(
        [
            new WhereUsed.Use(targets[0], byId, "Бо рақами якум"),
            new WhereUsed.Use(targets[2], byId, "Бо рақами якум"),
            new WhereUsed.Use(targets[1], byAddress, "Бо суроғаи дуюм"),
            new WhereUsed.Use(targets[3], picking, "Выбирает"),
        ]));
    }

    [Test]
    public async Task Another_sites_items_are_unknown_here()
    {
        var host = await SharedHost.GetAsync();
        await using var writer = TestDesk.Open(host);
        var id = await writer.SaveAsync(("tg", "Аз они мо"));
        using var stranger = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await stranger.GetAsync($"{List}/removal?item={id}")).Status, Is.EqualTo(404));
            Assert.That((await stranger.GetAsync($"/admin/sites/{SiteHost.OtherAgency}/content/removal?item={id}"))
                .Status, Is.EqualTo(404));
        }
    }
}
