using EgovSites.Platform.Content;
using EgovSites.Platform.Library;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;

namespace EgovSites.Tests.Platform.Library;

public class UploadSweepTests
{
    [Test]
    public async Task Old_pieces_and_halves_that_nobody_names_are_removed_and_nothing_else()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = new MediaDesk(host, SiteHost.Agency);
        var folder = desk.Do<SiteDatabases>().FolderOf(desk.Tenant.Id);
        var file = await desk.AddAsync("a.csv", content: "a,b\n"u8.ToArray());
        var (upload, _) = await desk.Do<MediaUploads>().BeginAsync(MediaDesk.Officer, "b.csv", 10, "");
        await desk.Do<MediaUploads>().AppendAsync(upload!, 0, new MemoryStream("12345"u8.ToArray()));
        var orphan = Piece(folder, Ids.New());
        var fresh = Piece(folder, Ids.New());
        var half = Directory.CreateDirectory(Path.Combine(folder, "media", $"{Ids.New()}.x.new")).FullName;
        var young = Directory.CreateDirectory(Path.Combine(folder, "media", $"{Ids.New()}.y.new")).FullName;
        Age(orphan, Path.Combine(folder, "uploads", upload!.Id), half);

        var count = await desk.Do<UploadSweep>().SweepAsync(desk.Tenant);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(count, Is.EqualTo(2));
            Assert.That(File.Exists(orphan) || Directory.Exists(half), Is.False);
            Assert.That(File.Exists(fresh) && Directory.Exists(young), Is.True);
            Assert.That(desk.Do<MediaUploads>().OffsetOf(upload), Is.EqualTo(5));
            Assert.That((int)(await desk.GetAsync(file, "original")).StatusCode, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task A_clock_that_jumped_removes_nothing()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = new MediaDesk(host, SiteHost.Agency);
        var piece = Piece(desk.Do<SiteDatabases>().FolderOf(desk.Tenant.Id), Ids.New());

        host.Clock.Advance(TimeSpan.FromDays(4000));
        var count = await desk.Do<UploadSweep>().SweepAsync(desk.Tenant);

        Assert.That(count, Is.Zero);
        Assert.That(File.Exists(piece), Is.True);
    }

    private static string Piece(string folder, string name)
    {
        Directory.CreateDirectory(Path.Combine(folder, "uploads"));
        var path = Path.Combine(folder, "uploads", name);
        File.WriteAllText(path, "12345");
        return path;
    }

    private static void Age(params string[] paths)
    {
        foreach (var path in paths)
        {
            File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddDays(-2));
        }
    }
}
