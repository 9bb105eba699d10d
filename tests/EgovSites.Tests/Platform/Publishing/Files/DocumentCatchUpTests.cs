using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Publishing.Files;

public class DocumentCatchUpTests
{
    // Stands only on the form that every site is born with.
    private const string Word = "подчеркните";

    [Test]
    public async Task What_a_site_was_born_with_is_found_by_its_text_and_doing_it_twice_changes_nothing()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = await ReadyAsync(host);

        await desk.Do<DocumentCatchUp>().CatchUpAsync(desk.Tenant);

        Assert.That((await SearchAsync(desk)).Single().Title, Does.StartWith("Бланк"));
    }

    [Test]
    public async Task What_an_older_version_left_is_read_linked_and_marked()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = await ReadyAsync(host);
        await desk.Db.Set<MediaText>().ExecuteDeleteAsync();
        await desk.Db.Set<PublishedFile>().ExecuteDeleteAsync();
        await desk.Db.Set<Publication>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Facets, "").SetProperty(row => row.FilesKept, false));
        var before = await SearchAsync(desk);

        await desk.Do<DocumentCatchUp>().CatchUpAsync(desk.Tenant);
        var facets = (await desk.Do<PublishedItems>().FiguresAsync("documents", "tg")).Facets;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.Empty);
            Assert.That(await SearchAsync(desk), Has.Count.EqualTo(1));
            Assert.That(facets["Kind.form"], Is.EqualTo(1));
            Assert.That(facets["SignedOn.2016"], Is.EqualTo(1));
        }
    }

    private static async Task<MediaDesk> ReadyAsync(SiteHost host)
    {
        var desk = new MediaDesk(host, SiteHost.OtherAgency);
        await desk.Do<DocumentCatchUp>().CatchUpAsync(desk.Tenant);
        return desk;
    }

    private static async Task<IReadOnlyList<Publication>> SearchAsync(MediaDesk desk) =>
        (await desk.Do<SiteSearch>().FindAsync("ru", Word, null, 1, 10)).Items;
}
