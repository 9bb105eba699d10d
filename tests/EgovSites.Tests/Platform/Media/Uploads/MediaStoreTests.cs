using System.Text;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Media.Uploads;

public class MediaStoreTests
{
    [TestCase("page.jpg", "<html><script>alert(1)</script></html>", "media.kind.html",
        TestName = "HTML under a picture's name is refused")]
    [TestCase("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "media.kind.html", TestName = "SVG is refused")]
    [TestCase("photo.png", "GIF87", "media.kind.text", TestName = "A headless picture is refused")]
    [TestCase("empty.txt", "", "media.empty", TestName = "An empty file is refused")]
    public async Task What_is_of_no_known_kind_leaves_no_trace(string name, string content, string reason)
    {
        await using var desk = await TestDesk.OpenAsync();

        var (file, problem) = await AddAsync(desk, name, Encoding.UTF8.GetBytes(content));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file, Is.Null);
            Assert.That(problem!.Key, Is.EqualTo(reason));
            Assert.That(desk.Db.ChangeTracker.Entries(), Is.Empty);
        }
    }

    [Test]
    public async Task A_pixel_bomb_is_known_by_its_header()
    {
        await using var desk = await TestDesk.OpenAsync();
        byte[] header =
            [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0];

        var (_, problem) = await AddAsync(desk, "bomb.png", header);

        Assert.That(problem!.Key, Is.EqualTo("media.tooManyPixels"));
    }

    [TestCase("../../../etc/passwd.csv", ExpectedResult = "passwd.csv")]
    [TestCase("C:\\ҳисобот.csv", ExpectedResult = "ҳисобот.csv")]
    [TestCase("a\"b<c>.csv", ExpectedResult = "abc.csv")]
    public async Task<string> A_name_is_for_people_and_never_a_path(string name)
    {
        await using var desk = await TestDesk.OpenAsync();

        var (file, _) = await AddAsync(desk, name, "ном,рақам\n1,2\n"u8.ToArray());

        return file!.FileName;
    }

    [TestCase("Nizomnoma%20nav.csv")]
    [TestCase("100% нақша №1 (нав)+a&b.csv")]
    [TestCase("50%.csv")]
    public async Task A_document_answers_under_its_own_name_on_both_kinds_of_address(string name)
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var (file, _) = await AddAsync(desk, name, "a,b\n"u8.ToArray());
        await desk.Db.SaveChangesAsync();
        await using var site = new MediaDesk(host, SiteHost.Agency);
        await site.NameAsync(file!);
        using var client = host.Client();

        var answer =
            await client.GetAsync($"/site/{SiteHost.Agency}/media/{file!.Id}/{Uri.EscapeDataString(file.FileName)}");

        Assert.That(file.FileName, Is.EqualTo(name));
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task A_picture_is_served_to_its_own_site_only()
    {
        var host = await SharedHost.GetAsync();
        await using var desk = TestDesk.Open(host);
        var (file, _) = await AddAsync(desk, "school.jpg", await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0", "media", "school.jpg")));
        await desk.Db.SaveChangesAsync();
        await using var site = new MediaDesk(host, SiteHost.Agency);
        await site.NameAsync(file!);
        using var client = host.Client();

        var own = await client.GetAsync($"/site/{SiteHost.Agency}/media/{file!.Id}/original");
        var foreign = await client.GetAsync($"/site/{SiteHost.OtherAgency}/media/{file.Id}/original");
        var path = await client.GetAsync($"/site/{SiteHost.Agency}/media/{file.Id}/..%2f..%2fsite.db");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)own.StatusCode, Is.EqualTo(200));
            Assert.That(own.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(["sandbox; default-src 'none'"]));
            Assert.That((int)foreign.StatusCode, Is.EqualTo(404));
            Assert.That((int)path.StatusCode, Is.EqualTo(404));
        }
    }

    private static async Task<(MediaFile? File, EgovSites.Platform.Content.Reason? Problem)> AddAsync(
        TestDesk desk, string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await desk.Do<MediaStore>().AddAsync(
            desk.Db, desk.Do<EgovSites.Platform.Tenancy.CurrentTenant>()
                .Tenant, stream, name, Trilingual.Empty, "test");
    }
}
