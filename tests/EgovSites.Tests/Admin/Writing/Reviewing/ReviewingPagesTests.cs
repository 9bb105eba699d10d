using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Writing.Reviewing;

public class ReviewingPagesTests
{
    private const string Site = $"/admin/sites/{SiteHost.Agency}";

    [Test]
    public async Task An_editor_confirms_and_visitors_see_when()
    {
        var host = await SharedHost.GetAsync();
        var row = await AnyAsync(host);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var address = $"{Site}/content/{row.ItemId}/confirmation";

        var side = await desk.GetAsync($"{Site}/content/{row.ItemId}");
        var sent = await desk.PostAsync(address, address);
        await host.HandOverAsync();
        using var reader = host.Client(followsRedirects: true);
        var page = await reader.PageAsync($"/site/{SiteHost.Agency}/{row.Culture}/{row.Section}/{row.Slug}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(side.Document.QuerySelector($"a[href='{address}']"), Is.Not.Null);
            Assert.That(sent.Response.Headers.Location!.ToString(), Is.EqualTo($"{Site}/due?done={row.ItemId}"));
            Assert.That((await desk.GetAsync(sent.Response.Headers.Location!.ToString()))
                .Document.QuerySelector("[role=status]"), Is.Not.Null);
            Assert.That(page.All("article p.meta"), Has.Some.Contains("20 ноябри соли 2026"));
        }
    }

    [Test]
    public async Task An_author_and_another_sites_editor_get_nowhere()
    {
        var host = await SharedHost.GetAsync();
        var row = await AnyAsync(host);
        using var author = await DeskClient.SignInAsync(host, Role.Author);
        using var stranger = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        var path = $"/content/{row.ItemId}/confirmation";

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await author.GetAsync(Site + path)).Status, Is.EqualTo(403));
            Assert.That((await stranger.GetAsync(Site + path)).Status, Is.EqualTo(404));
            Assert.That((await stranger.GetAsync($"/admin/sites/{SiteHost.OtherAgency}{path}"))
                .Status, Is.EqualTo(404), "not through one's own site either");
        }
    }

    [Test]
    public async Task The_desk_lists_what_nobody_has_read_for_long()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        host.Clock.Advance(TimeSpan.FromDays(400));
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var list = await desk.GetAsync($"{Site}/due");
        var dashboard = await desk.GetAsync(Site);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Document.QuerySelectorAll("main .todo > li"), Is.Not.Empty);
            Assert.That(dashboard.Document.QuerySelectorAll($"main a[href$='/confirmation']"), Is.Not.Empty);
        }
    }

    private static async Task<Publication> AnyAsync(SiteHost host)
    {
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var type = scope.ServiceProvider.GetRequiredService<Standards>()
            .Newest.Types.First(type => type.ReviewEveryDays is not null && type.Behaviours.HasDetailPage);
        return await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<Publication>().AsNoTracking()
            .FirstAsync(row => row.Type == type.Name && row.Culture == "tg");
    }
}
