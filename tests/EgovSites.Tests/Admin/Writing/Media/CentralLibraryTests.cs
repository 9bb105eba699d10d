using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Library;
using EgovSites.Platform.Sites;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Writing.Media;

public class CentralLibraryTests
{
    private const string Library = $"/admin/sites/{SiteHost.Agency}/media";

    private static readonly Actor Central = new("central", "Central", Role.CentralAdministrator);

    [Test]
    public async Task A_common_file_of_the_portal_becomes_the_sites_own()
    {
        var host = await SharedHost.GetAsync();
        await using var portal = PortalOf(host);
        await using var agency = new MediaDesk(host, SiteHost.Agency);
        var file = await portal.AddAsync("parcham.jpg");
        await portal.Do<ShareMedia>().RunAsync(Central, file.Id, true);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var offered = await desk.GetAsync($"{Library}?kind=central&q=parcham");
        var taken = await desk.PostAsync(Library, $"{Library}?handler=Take", ("file", file.Id));
        var again = await desk.PostAsync(Library, $"{Library}?handler=Take", ("file", file.Id));
        var own = await agency.Db.Set<MediaFile>().AsNoTracking().SingleAsync(one => one.CopiedFrom == file.Id);
        var thumbnail = offered.Document.QuerySelector($"img[src*='{file.Id}']")!.GetAttribute("src")!;
        var shown = await desk.GetAsync(thumbnail);
        await agency.ShowAsync(own.Id);
        await portal.Do<ShareMedia>().RunAsync(Central, file.Id, false);
        await portal.Do<BinMedia>().RunAsync(Central, file.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(offered.Document.QuerySelectorAll($"button[value='{file.Id}']"), Has.Length.EqualTo(1));
            Assert.That(taken.Response.Headers.Location!.ToString(), Does.Contain($"/media/{own.Id}"));
            Assert.That(again.Response.Headers.Location!.ToString(), Does.Contain($"/media/{own.Id}"));
            Assert.That(own.Alt, Is.EqualTo(MediaDesk.Words));
            Assert.That(shown.Status, Is.EqualTo(200));
            Assert.That((await desk.GetAsync(thumbnail)).Status, Is.EqualTo(404), "it is common no more");
            Assert.That(await agency.StatusAsync(own), Is.EqualTo(200), "the copy outlives the portal's file");
            Assert.That(await agency.StatusAsync(file), Is.EqualTo(404));
        }
    }

    [Test]
    public async Task What_is_not_marked_as_common_is_neither_offered_nor_taken()
    {
        var host = await SharedHost.GetAsync();
        await using var portal = PortalOf(host);
        await using var other = new MediaDesk(host, SiteHost.OtherAgency);
        var inner = await portal.AddAsync("inner.jpg");
        var foreign = await other.AddAsync("foreign.jpg");
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var offered = await desk.GetAsync($"{Library}?kind=central");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(offered.Document.QuerySelectorAll($"button[value='{inner.Id}'], button[value='{foreign.Id}']"),
                Is.Empty);
            foreach (var id in new[] { inner.Id, foreign.Id, "../x" })
            {
                Assert.That((await desk.PostAsync(Library, $"{Library}?handler=Take", ("file", id)))
                    .Status, Is.EqualTo(404), id);
            }
        }
    }

    [Test]
    public async Task Only_the_central_team_fills_it_and_only_from_the_portal()
    {
        var host = await SharedHost.GetAsync();
        await using var portal = PortalOf(host);
        await using var agency = new MediaDesk(host, SiteHost.Agency);
        var (ofPortal, ofAgency) = (await portal.AddAsync(), await agency.AddAsync());

        var byOfficer = await portal.Do<ShareMedia>().RunAsync(MediaDesk.Officer, ofPortal.Id, true);
        var fromAgency = await agency.Do<ShareMedia>().RunAsync(Central, ofAgency.Id, true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(byOfficer.Reasons.Single().Key, Is.EqualTo("media.centralOnly"));
            Assert.That(fromAgency.Reasons.Single().Key, Is.EqualTo("media.centralOnly"));
            Assert.That((await portal.ReadAsync(ofPortal.Id)).IsCommon, Is.False);
        }
    }

    private static MediaDesk PortalOf(SiteHost host) =>
        new(host, host.Services.GetRequiredService<TenantDirectory>().Portal!.Slug);
}
