using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Storage.Sites;

public class IsolationTests
{
    [Test]
    public async Task A_row_of_another_tenant_cannot_be_written()
    {
        var host = await SharedHost.GetAsync();
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();

        db.Add(new FormerSlug
        {
            TenantId = host.Tenant(SiteHost.OtherAgency)
            .Id,
            Culture = "tg",
            Section = "x",
            Slug = "y",
            ItemId = "z"
        });

        Assert.That(async () =>
            await db.SaveChangesAsync(), Throws.InvalidOperationException.With.Message.Contains("another tenant"));
    }

    [Test]
    public async Task Two_tenants_in_turn_see_only_their_own_rows()
    {
        var host = await SharedHost.GetAsync();
        var databases = host.Services.GetRequiredService<SiteDatabases>();

        var seen = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            var tenant = host.Tenant(number % 2 == 0 ? SiteHost.Agency : SiteHost.OtherAgency);
            await using var db = databases.Open(tenant);
            return (await db.Set<Item>().Select(item => item.TenantId).Distinct().ToListAsync(), tenant.Id);
        }));

        Assert.That(
            seen, Is.All.Matches<(List<string> Found, string Own)>(pair => pair.Found.SequenceEqual([pair.Own])));
    }

    [Test]
    public async Task On_PostgreSQL_the_wall_stands_without_our_filter_too()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Ignore("Row level security exists on PostgreSQL only; this run is on SQLite.");
        }

        var host = await SharedHost.GetAsync();
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));

        var owners = await db.Database.SqlQuery<string>(
            $"SELECT DISTINCT \"TenantId\" AS \"Value\" FROM site.\"Publications\"").ToListAsync();

        Assert.That(owners, Is.EqualTo([host.Tenant(SiteHost.Agency).Id]));
    }

    [TestCase("/site/vahdat")]
    [TestCase("")]
    public async Task Another_tenants_item_is_404_by_its_address_and_its_pictures(string otherSite)
    {
        var host = await SharedHost.GetAsync();
        await using var desk = await TestDesk.OpenAsync();
        await desk.PublishAsync(("tg", "Танҳо дар сомонаи молия"));
        await using var db = host.Services.GetRequiredService<SiteDatabases>().Open(host.Tenant(SiteHost.Agency));
        var publication = await db.Set<Publication>().FirstAsync(row => row.Title == "Танҳо дар сомонаи молия");
        var picture = await db.Set<EgovSites.Platform.Content.Stored.MediaFile>()
            .FirstAsync(file => file.Shared != "" && db.Set<PublishedFile>().Any(named => named.MediaId == file.Id));
        using var client = host.Client();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await client.PageAsync($"{otherSite}/tg/{publication.Section}/{publication.Slug}"))
                .Status, Is.EqualTo(404));
            Assert.That((await client.PageAsync($"{otherSite}/media/{picture.Id}/original")).Status, Is.EqualTo(404));
            Assert.That((await client.PageAsync($"/site/finance/media/{picture.Id}/original")).Status, Is.EqualTo(200));
        }
    }
}
