using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Publishing.Files;

public class BodyMediaTests
{
    [Test]
    public async Task Pictures_files_and_links_of_a_text_are_read_on_the_public_page()
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var picture = await PictureAsync(desk, 1000);
        var linked = await desk.PublishAsync(("tg", "Саҳифаи пайванд"));
        var id = await PublishAsync(
            desk, $"![Роҳи нав](media:{picture})\n\n[он ҷо](item:{linked}) ва [ин ҷо](item:{Ids.New()})");

        using var visitor = host.Client();
        var page = await visitor.PageAsync(await AddressAsync(desk, id));
        var link = page.Document.QuerySelector("main a[href*='sahifai-payvand']")!.GetAttribute("href")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.QuerySelector("main figure img")!.GetAttribute("src"),
                Is.EqualTo($"/site/{SiteHost.Agency}/media/{picture}/original"));
            Assert.That(link, Does.StartWith($"/site/{SiteHost.Agency}/tg/"));
            Assert.That((await visitor.PageAsync(link)).Status, Is.EqualTo(200));
            Assert.That(page.Text, Does.Contain("он ҷо ва ин ҷо"));
        }
    }

    [Test]
    public async Task In_the_version_for_the_visually_impaired_words_stand_for_a_picture()
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var linked = await desk.PublishAsync(("tg", "Дигар саҳифа"));
        var id =
            await PublishAsync(desk, $"![Роҳи ҷудо](media:{await PictureAsync(desk, 1000)})\n\n[он ҷо](item:{linked})");

        using var visitor = host.Client();
        var page = await visitor.PageAsync(await AddressAsync(desk, id) + "?v=bw1");

        Assert.That(page.Document.QuerySelector("main figure img"), Is.Null);
        Assert.That(page.Text, Does.Contain("[ Роҳи ҷудо ]"));
        Assert.That(page.All("main a[href*='digar-sahifa'][href$='?v=bw1']"), Is.Not.Empty);
    }

    [Test]
    public async Task Another_sites_picture_is_only_its_words()
    {
        var host = await SharedHost.GetAsync();
        await using var other = TestDesk.Open(host, SiteHost.OtherAgency);
        await using var desk = TestDesk.Open(host);
        var foreign = await PictureAsync(other, 1000);

        var id = await PublishAsync(desk, $"![бегона](media:{foreign})");

        Assert.That((await desk.FindAsync(id)).Single().Fields.Text("Body"), Is.EqualTo("<p>бегона</p>\n"));
    }

    [Test]
    public async Task A_page_that_is_too_heavy_is_not_published_and_names_its_heaviest_picture()
    {
        await using var desk = await TestDesk.OpenAsync();
        var light = await PictureAsync(desk, 1000);
        var heavy = await PictureAsync(desk, (int)Weight.Limit);
        var id = await SaveAsync(desk, $"![а](media:{light})\n\n![б](media:{heavy})");

        var outcome = await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Reasons.Select(reason => (reason.Key, reason.Field, reason.Culture)),
                Is.EqualTo(new[] { ("publish.tooHeavy", "Body", "tg") }));
            Assert.That(outcome.Reasons[0].Arguments, Does.Contain($"{heavy}.jpg"));
            Assert.That(await desk.FindAsync(id), Is.Empty);
        }
    }

    private static async Task<string> PictureAsync(TestDesk desk, int bytes)
    {
        var id = Ids.New();
        desk.Db.Add(new MediaFile
        {
            Id = id,
            FileName = $"{id}.jpg",
            ContentType = "image/jpeg",
            Bytes = bytes,
            Width = 640,
            Height = 400,
            UploadedAt = DateTimeOffset.UnixEpoch,
            UploadedBy = "test",
        });
        await desk.Db.SaveChangesAsync();
        desk.Db.ChangeTracker.Clear();
        return id;
    }

    private static async Task<string> SaveAsync(TestDesk desk, string body)
    {
        var id = await desk.SaveAsync(("tg", $"Матн {Ids.New()[..6]}"));
        await desk.UpdateAsync(id, 1, body, ("tg", "Матни рӯз"));
        return id;
    }

    private static async Task<string> PublishAsync(TestDesk desk, string body)
    {
        var id = await SaveAsync(desk, body);
        Assert.That((await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg"])).Reasons, Is.Empty);
        return id;
    }

    private static async Task<string> AddressAsync(TestDesk desk, string id)
    {
        var row = (await desk.FindAsync(id)).Single();
        return $"/site/{SiteHost.Agency}/tg/{row.Section}/{row.Slug}";
    }
}
