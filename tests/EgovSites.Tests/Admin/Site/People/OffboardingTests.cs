using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Admin.Site.People;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Site.People;

public class OffboardingTests
{
    private const string Everybody = "/admin/people";

    private const string Site = $"/admin/sites/{SiteHost.Agency}";

    [Test]
    public async Task A_removed_central_member_is_out_at_the_next_request()
    {
        await using var host = await SiteHost.StartAsync();
        using var centre = await DeskClient.SignInAsync(host, Role.CentralAdministrator, culture: "en");
        using var leaving = await DeskClient.SignInAsync(host, Role.CentralAdministrator);

        var listed = await centre.GetAsync(Everybody);
        var removed = await centre.PostAsync(Everybody, $"{Everybody}?handler=Remove",
            ("person", await IdOfAsync(host, leaving)), ("tenant", Membership.Everywhere));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed.Text, Does.Contain(leaving.Email));
            Assert.That(removed.Status, Is.EqualTo(302));
            Assert.That((await leaving.GetAsync("/admin/sites")).Status, Is.EqualTo(403));
            Assert.That((await leaving.GetAsync(Site)).Status, Is.EqualTo(404));
            Assert.That(await LinesAsync(host, "remove"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_closed_account_has_no_session_no_way_in_and_no_invitation_until_a_link_of_the_platform_opens()
    {
        await using var host = await SiteHost.StartAsync();
        using var centre = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        using var leaving = await DeskClient.SignInAsync(host, Role.Editor);
        var link = await leaving.InviteAsync(host.Tenant(SiteHost.OtherAgency).Id, Role.Editor);

        await centre.PostAsync(Everybody, $"{Everybody}?handler=Close", ("person", await IdOfAsync(host, leaving)));
        var session = await leaving.GetAsync("/admin/profile");
        var entered = await leaving.EnterAsync(leaving.Email, DeskClient.Password);
        var invited = await leaving.GetAsync(link);
        var back = await leaving.RedeemAsync(await leaving.InviteAsync(Membership.Everywhere, Role.Translator));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((session.Status, entered.Status, invited.Status), Is.EqualTo((302, 422, 404)));
            Assert.That(back.Status, Is.EqualTo(302));
            Assert.That((await leaving.GetAsync("/admin/requests")).Status, Is.EqualTo(200));
            Assert.That(await LinesAsync(host, "close"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_last_central_administrator_can_neither_be_removed_nor_closed()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var centre = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        var me = await IdOfAsync(host, centre);

        var removed = await centre.PostAsync(
            Everybody, $"{Everybody}?handler=Remove", ("person", me), ("tenant", Membership.Everywhere));
        var closed = await centre.PostAsync(Everybody, $"{Everybody}?handler=Close", ("person", me));

        Assert.That((removed.Status, closed.Status), Is.EqualTo((422, 422)));
    }

    [Test]
    public async Task What_a_leaver_left_open_is_shown_and_ended_in_one_press()
    {
        await using var host = await SiteHost.StartAsync();
        using var administrator = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        using var leaving = await DeskClient.SignInAsync(host, Role.Editor);
        var (id, people) = (await IdOfAsync(host, leaving), host.Services.GetRequiredService<Offboarding>());
        var link = await OpenLinkAsync(host, id);

        var before = await administrator.GetAsync($"{Site}/people");
        await people.RemoveAsync(Actor.Platform, id, host.Tenant(SiteHost.Agency).Id);
        var after = await administrator.GetAsync($"{Site}/people");
        var things = after.Document.QuerySelectorAll("[name=thing]")
            .Select(box => ("thing", box.GetAttribute("value")!)).ToArray();
        await administrator.PostAsync($"{Site}/people", $"{Site}/people?handler=End", things);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Document.QuerySelector("[name=thing]"), Is.Null);
            Assert.That(things, Has.Length.EqualTo(1));
            Assert.That((await host.Client().PageAsync(link)).Status, Is.EqualTo(404));
            Assert.That((await administrator.GetAsync($"{Site}/people"))
                .Document.QuerySelector("[name=thing]"), Is.Null);
        }
    }

    [Test]
    public async Task A_leavers_plan_and_request_are_shown_and_ended_in_one_press_and_a_members_are_not()
    {
        await using var host = await SiteHost.StartAsync();
        using var administrator = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        using var leaving = await DeskClient.SignInAsync(host, Role.Editor);
        using var staying = await DeskClient.SignInAsync(host, Role.Editor);
        var gone = await NamedAsync(host, leaving, "Рафта");
        var (item, request) = await OpenThingsAsync(host, gone);
        var (kept, keptRequest) = await OpenThingsAsync(host, await NamedAsync(host, staying, "Монда"));

        var before = await administrator.GetAsync($"{Site}/people");
        await host.Services.GetRequiredService<Offboarding>()
            .RemoveAsync(Actor.Platform, gone.EditorId, host.Tenant(SiteHost.Agency).Id);
        var after = await administrator.GetAsync($"{Site}/people");
        var things = after.Document.QuerySelectorAll("[name=thing]")
            .Select(box => ("thing", box.GetAttribute("value")!)).ToArray();
        await administrator.PostAsync($"{Site}/people", $"{Site}/people?handler=End", things);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Document.QuerySelector("[name=thing]"), Is.Null);
            Assert.That(
                things.Select(thing => thing.Item2), Is.EquivalentTo([$"plan.{item}.tg", $"request.{request}"]));
            Assert.That((await PlanAsync(host, item), await PlanAsync(host, kept)),
                Is.EqualTo(((DateTimeOffset?)null, host.Clock.GetUtcNow().AddDays(3))));
            Assert.That(await StateAsync(host, request), Is.EqualTo(RequestState.Withdrawn));
            Assert.That(await StateAsync(host, keptRequest), Is.EqualTo(RequestState.Asked));
        }
    }

    private static async Task<Actor> NamedAsync(SiteHost host, DeskClient desk, string name)
    {
        var id = await IdOfAsync(host, desk);
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        await db.Users.Where(editor => editor.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(editor => editor.FullName, name));
        return new Actor(id, name, Role.Editor);
    }

    private static async Task<(string Item, string Request)> OpenThingsAsync(SiteHost host, Actor maker)
    {
        await using var desk = TestDesk.Open(host);
        var item = await desk.SaveAsync(("tg", "Барои фардо"));
        var planned = await desk.Do<Schedule>()
            .RunAsync(maker, item, "tg", new Plan(host.Clock.GetUtcNow().AddDays(3), null));
        Assert.That(planned.Reasons, Is.Empty);
        var request = new TranslationRequest
        {
            Id = Ids.New(),
            TenantId = host.Tenant(SiteHost.Agency).Id,
            ItemId = item,
            Culture = "ru",
            Subject = "Барои фардо",
            SubjectCulture = "tg",
            AskedById = maker.EditorId,
            AskedBy = maker.Name,
            AskedAt = host.Clock.GetUtcNow(),
            Until = new DateOnly(2030, 1, 1),
        };
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        db.Add(request);
        await db.SaveChangesAsync();
        return (item, request.Id);
    }

    private static async Task<DateTimeOffset?> PlanAsync(SiteHost host, string item)
    {
        await using var desk = TestDesk.Open(host);
        return await desk.Db.Set<Translation>().Where(words => words.ItemId == item).Select(words => words.PublishAt)
            .SingleAsync();
    }

    private static async Task<RequestState> StateAsync(SiteHost host, string request)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        return await db.Set<TranslationRequest>().Where(row => row.Id == request).Select(row => row.State)
            .SingleAsync();
    }

    private static async Task<string> OpenLinkAsync(SiteHost host, string maker)
    {
        await using var desk = TestDesk.Open(host);
        var item = await desk.SaveAsync(("tg", "Барои нишон додан"));
        var (code, _) = await desk.Do<EgovSites.Platform.Publishing.Previewing.Previews>()
            .CreateAsync(new Actor(maker, "Рафта", Role.Editor), [item], host.Clock.GetUtcNow().AddDays(7), false);
        var address = $"/site/{SiteHost.Agency}/tg/preview/{code}";
        Assert.That((await host.Client().PageAsync(address)).Status, Is.EqualTo(200));
        return address;
    }

    private static async Task<int> LinesAsync(SiteHost host, string verb)
    {
        await using var portal = TestDesk.Open(host, "portal");
        return await portal.Db.Set<AuditEntry>().CountAsync(entry => entry.Verb == verb);
    }

    private static async Task<string> IdOfAsync(SiteHost host, DeskClient desk)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        return await db.Users.Where(editor => editor.Email == desk.Email).Select(editor => editor.Id).SingleAsync();
    }
}
