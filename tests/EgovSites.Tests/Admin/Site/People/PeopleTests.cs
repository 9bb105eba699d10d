using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Site.People;

public class PeopleTests
{
    private const string Address = $"/admin/sites/{SiteHost.OtherAgency}/people";

    [Test]
    public async Task The_last_administrator_can_neither_leave_nor_step_down_and_a_removed_person_is_out_at_once()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        var me = IdIn(await desk.GetAsync(Address), desk);
        using var other = await DeskClient.SignInAsync(host, Role.Editor, SiteHost.OtherAgency);
        var them = IdIn(await desk.GetAsync(Address), other);

        var left = await desk.PostAsync(Address, $"{Address}?handler=Remove", ("person", me));
        var stepped =
            await desk.PostAsync(Address, $"{Address}?handler=Role", ("person", me), ("role", nameof(Role.Author)));
        var raised = await desk.PostAsync(
            Address, $"{Address}?handler=Role", ("person", them), ("role", nameof(Role.CentralAdministrator)));
        await desk.PostAsync(Address, $"{Address}?handler=Remove", ("person", them));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.Status, Is.EqualTo(422));
            Assert.That(stepped.Status, Is.EqualTo(422));
            Assert.That(raised.Status, Is.EqualTo(404));
            Assert.That((await other.GetAsync($"/admin/sites/{SiteHost.OtherAgency}")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task An_invitation_shows_its_link_once_and_can_be_revoked()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);

        var invited = await desk.PostAsync(
            Address, $"{Address}?handler=Invite", ("email", "new@example.tj"), ("role", nameof(Role.Author)));
        var link = new Uri(invited.Document.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;
        var later = await desk.GetAsync(Address);
        await desk.PostAsync(Address, $"{Address}?handler=Revoke",
            ("invitation", later.Document.QuerySelector("[name=invitation]")!.GetAttribute("value")!));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(later.Document.QuerySelector("#link"), Is.Null);
            Assert.That((await desk.GetAsync(link)).Status, Is.EqualTo(404));
        }
    }

    [TestCase("Remove")]
    [TestCase("Role")]
    public async Task The_open_invitations_of_somebody_removed_or_demoted_are_forgotten(string handler)
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        using var other = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        var kept = await other.InviteAsync(host.Tenant(SiteHost.OtherAgency).Id, Role.AgencyAdministrator);
        var elsewhere = await other.InviteAsync(host.Tenant(SiteHost.Agency).Id, Role.Author);

        await desk.PostAsync(Address, $"{Address}?handler={handler}",
            ("person", IdIn(await desk.GetAsync(Address), other)), ("role", nameof(Role.Author)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await other.GetAsync(kept)).Status, Is.EqualTo(404));
            Assert.That((await other.GetAsync(elsewhere)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task What_a_namesake_sent_out_stays_and_what_an_older_program_noted_goes_by_name()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        using var leaving = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        using var namesake = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        var (gone, kept) = (await SendOutAsync(leaving, "a@example.tj"), await SendOutAsync(namesake, "b@example.tj"));
        var old = Invitations.Path + await host.Services.GetRequiredService<Invitations>()
            .CreateAsync("c@example.tj", host.Tenant(SiteHost.OtherAgency)
                .Id, Role.Author, "Насаб Ном", TimeSpan.FromDays(1));

        await desk.PostAsync(
            Address, $"{Address}?handler=Remove", ("person", IdIn(await desk.GetAsync(Address), leaving)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.GetAsync(gone)).Status, Is.EqualTo(404));
            Assert.That((await desk.GetAsync(old)).Status, Is.EqualTo(404));
            Assert.That((await desk.GetAsync(kept)).Status, Is.EqualTo(200));
        }
    }

    private static async Task<string> SendOutAsync(DeskClient sender, string email)
    {
        var invited = await sender.PostAsync(
            Address, $"{Address}?handler=Invite", ("email", email), ("role", nameof(Role.Author)));
        return new Uri(invited.Document.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;
    }

    private static string IdIn(Page page, DeskClient person) => page.Document.QuerySelectorAll("tbody tr")
        .Single(row => row.TextContent.Contains(person.Email, StringComparison.Ordinal))
        .QuerySelector("[name=person]")!.GetAttribute("value")!;
}
