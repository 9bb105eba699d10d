using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Library;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;

namespace EgovSites.Tests.Admin.Writing.Media;

/// <summary>Files that are not public, for those who may see them all the same.</summary>
public class BytesTests
{
    private static string Desk(MediaFile file, string site = SiteHost.Agency) =>
        $"/admin/sites/{site}/files/{file.Id}/original";

    [Test]
    public async Task Members_see_what_is_not_public_in_the_library_and_no_cache_keeps_it()
    {
        var host = await SharedHost.GetAsync();
        await using var media = new MediaDesk(host, SiteHost.Agency);
        var file = await media.AddAsync("nihon.jpg");
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var shelf = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/media?q=nihon");
        var thumbnail =
            await desk.GetAsync(shelf.Document.QuerySelector($"img[src*='{file.Id}']")!.GetAttribute("src")!);
        var whole = await desk.GetAsync(Desk(file));
        await media.Do<BinMedia>().RunAsync(MediaDesk.Officer, file.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(thumbnail.Status, Is.EqualTo(200));
            Assert.That(whole.Status, Is.EqualTo(200));
            Assert.That(whole.Response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(whole.Response.Headers.GetValues("Content-Security-Policy"),
                Is.EqualTo(["sandbox; default-src 'none'"]));
            Assert.That((await desk.GetAsync(Desk(file))).Status, Is.EqualTo(200), "in the bin as well");
            Assert.That((await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/files/{file.Id}/..%2fx"))
                .Status, Is.EqualTo(404));
            Assert.That((await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/files/no-id/original"))
                .Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Strangers_and_members_of_another_site_do_not()
    {
        var host = await SharedHost.GetAsync();
        await using var media = new MediaDesk(host, SiteHost.Agency);
        var file = await media.AddAsync();
        using var stranger = new DeskClient(host);
        using var other = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await stranger.GetAsync(Desk(file))).Status, Is.EqualTo(302));
            Assert.That((await other.GetAsync(Desk(file))).Status, Is.EqualTo(404));
            Assert.That((await other.GetAsync(Desk(file, SiteHost.OtherAgency))).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task An_open_preview_shows_its_own_drafts_files_and_none_besides()
    {
        var host = await SharedHost.GetAsync();
        await using var media = new MediaDesk(host, SiteHost.Agency);
        var (picture, inText, other) = (await media.AddAsync(), await media.AddAsync(), await media.AddAsync());
        var draft =
            await media.SaveAsync(picture.Id, ("tg", $"![Мактаб](media:{inText.Id})\n\n[Файл](media:{inText.Id})"));
        var previews = media.Do<EgovSites.Platform.Publishing.Previewing.Previews>();
        var (code, _) =
            await previews.CreateAsync(MediaDesk.Officer, [draft], host.Clock.GetUtcNow().AddDays(1), false);
        using var client = host.Client();

        var page = await client.PageAsync($"/site/{SiteHost.Agency}/tg/preview/{code}");
        var shown = page.Document.QuerySelectorAll("img[src*='/media/'], a[href*='/media/']")
            .Select(one => one.GetAttribute("src") ?? one.GetAttribute("href")!).ToList();
        var answers = await Task.WhenAll(shown.Select(address => client.GetAsync(address)));
        var below = $"/site/{SiteHost.Agency}/media/preview/{code}";
        var foreign = await client.GetAsync($"{below}/{other.Id}/original");
        var elsewhere =
            await client.GetAsync($"/site/{SiteHost.OtherAgency}/media/preview/{code}/{picture.Id}/original");
        var link = media.Db.Set<PreviewLink>().Single(row => row.Items == draft);
        await previews.RevokeAsync(MediaDesk.Officer, link.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown, Has.Some.Contains(picture.Id).And.Some.Contains(inText.Id));
            Assert.That(answers.Select(answer => (int)answer.StatusCode), Is.All.EqualTo(200));
            Assert.That(answers.Select(answer => answer.Headers.CacheControl!.NoStore), Is.All.True);
            Assert.That((int)foreign.StatusCode, Is.EqualTo(404));
            Assert.That((int)elsewhere.StatusCode, Is.EqualTo(404));
            Assert.That((int)(await client.GetAsync($"{below}/{picture.Id}/original"))
                .StatusCode, Is.EqualTo(404), "taken back");
        }
    }
}
