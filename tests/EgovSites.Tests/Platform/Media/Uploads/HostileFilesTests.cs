using System.IO.Compression;
using System.Text;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Media.Uploads;

public class HostileFilesTests
{
    private const string WordManifest =
        "<Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>";

    [TestCase(30000, 30000)]
    [TestCase(1, int.MaxValue)]
    [TestCase(7072, 7072)]
    public async Task A_pixel_bomb_is_refused_by_its_header(int width, int height) =>
        Assert.That(await RefusalAsync("bomb.png", PngHeader(width, height)), Is.EqualTo("media.tooManyPixels"));

    [Test]
    public async Task An_animation_of_too_many_pictures_is_refused_unopened() =>
        Assert.That(await RefusalAsync("bomb.gif", Gif(5000, 5000, frames: 3)), Is.EqualTo("media.tooManyPixels"));

    [TestCase("note.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "media.kind.html")]
    [TestCase("note.txt.svg", "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg/>", "media.kind.html")]
    [TestCase("page.html", "<!DOCTYPE html><script>alert(1)</script>", "media.kind.html")]
    [TestCase("photo.jpg", "<html>\u00FF\u00D8\u00FF</html>", "media.kind")]
    [TestCase("order.pdf.exe", "MZ\u0090\0\u0003\0\0\0", "media.kind.program")]
    [TestCase("order.exe.pdf", "MZ\u0090\0\u0003\0\0\0", "media.kind.program")]
    [TestCase(
        "x.mvg", "push graphic-context\nimage over 0,0 0,0 'msl:/etc/passwd'\npop graphic-context", "media.kind.text")]
    [TestCase("x.jpg", "%!PS-Adobe-3.0\n(%pipe%id) (w) file", "media.kind.text")]
    [TestCase("photo.png", "\u0089PNG\r\n\u001A\n", "media.broken")]
    [TestCase("photo.jpg", "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF", "media.broken")]
    [TestCase("photo.jpg", "\u00FF\u00D8\u00FF\u00E1\u00FF\u00FFExif", "media.broken")]
    [TestCase("empty.pdf", "", "media.empty")]
    public async Task What_is_no_picture_or_document_is_refused_by_its_reason_whatever_its_name(
        string name, string bytes, string reason) =>
        Assert.That(await RefusalAsync(name, Encoding.Latin1.GetBytes(bytes)), Is.EqualTo(reason));

    [Test]
    public async Task A_picture_that_breaks_off_is_refused()
    {
        Assert.That(await RefusalAsync("half.jpg", MediaDesk.Picture[..(MediaDesk.Picture.Length / 2)]),
            Is.EqualTo("media.broken"));
    }

    [Test]
    public async Task Nothing_that_hides_in_or_behind_a_picture_survives()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("photo.jpg",
            content: [.. WithComment("<script>alert('comment')</script>"), .. "<script>alert('tail')</script>"u8]);

        var served = await (await desk.GetAsync(file, "original")).Content.ReadAsByteArrayAsync();

        Assert.That(Encoding.Latin1.GetString(served), Does.Not.Contain("<script>"));
    }

    [Test]
    public async Task A_GIF_that_is_also_a_script_is_rewritten_as_a_picture()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file =
            await desk.AddAsync("x.gif", content: [.. Gif(600, 2, frames: 2), .. "*/=1;alert(document.cookie)"u8]);

        var answer = await desk.GetAsync(file, "original");
        var served = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(served, Does.StartWith("GIF8").And.Not.Contains("alert"));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/gif"));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        }
    }

    [TestCase("../../../../etc/cron.d/x.csv", ExpectedResult = "x.csv")]
    [TestCase("..\\..\\web.config.csv", ExpectedResult = "web.config.csv")]
    [TestCase("invoice\u202Efdp.csv", ExpectedResult = "invoicefdp.csv")]
    [TestCase("a\0b\r\nSet-Cookie: x.csv", ExpectedResult = "abSet-Cookie: x.csv")]
    [TestCase("....csv", ExpectedResult = "file.csv")]
    [TestCase("﻿​.csv", ExpectedResult = "file.csv")]
    [TestCase("plan.pdf.exe.csv", ExpectedResult = "plan.pdf.exe.csv")]
    public async Task<string> A_name_loses_every_trick(string name)
    {
        await using var desk = await MediaDesk.OpenAsync();
        return (await desk.AddAsync(name, content: "a,b\n"u8.ToArray())).FileName;
    }

    [Test]
    public async Task A_document_with_a_false_ending_gets_the_right_one_and_is_only_ever_a_download()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("order.exe", content: "%PDF-1.7\n<script>alert(1)</script>"u8.ToArray());

        var answer = await desk.GetAsync(file, "original");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.FileName, Is.EqualTo("order.pdf"));
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(
                answer.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(["sandbox; default-src 'none'"]));
        }
    }

    [Test]
    public async Task The_paths_inside_an_archive_lead_nowhere()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var root = Path.GetFullPath(desk.Host.DataFolder);
        var before = Directory.GetFileSystemEntries(root).Order().ToList();

        var file = await desk.AddAsync("slip.docx", content: Archive(
            ("[Content_Types].xml", WordManifest), ("../../../../../../slipped.txt", "out"),
            ("/tmp/egov-slipped.txt", "out")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.FileName, Is.EqualTo("slip.docx"));
            Assert.That(Directory.GetFileSystemEntries(root).Order(), Is.EqualTo(before));
            Assert.That(Directory.GetFiles(root, "slipped.txt", SearchOption.AllDirectories), Is.Empty);
            Assert.That(File.Exists("/tmp/egov-slipped.txt"), Is.False);
        }
    }

    [Test]
    public async Task A_stream_without_end_is_not_read_to_its_end()
    {
        await using var desk = await MediaDesk.OpenAsync();
        using var endless = new Endless();

        var (_, problem) = await desk.TryAddAsync("endless.csv", endless);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem!.Key, Is.EqualTo("media.fileTooLarge"));
            Assert.That(endless.Sent, Is.LessThan(MediaStore.MaxDocument + (1 << 20)));
            Assert.That(Leftovers(desk), Is.Empty);
        }
    }

    [Test]
    public async Task Refused_files_leave_nothing_behind_here_or_with_another_tenant()
    {
        await using var host = await SiteHost.StartAsync();
        await using var desk = new MediaDesk(host, SiteHost.Agency);
        await using var other = new MediaDesk(host, SiteHost.OtherAgency);
        var (mine, theirs) = (await Counts(desk), await Counts(other));

        await desk.TryAddAsync("bomb.png", PngHeader(30000, 30000));
        await desk.TryAddAsync("x.svg", "<svg/>"u8.ToArray());
        await desk.TryAddAsync("../../../" + other.Tenant.Id + "/media/x.exe", "MZ\0"u8.ToArray());

        Assert.That(await Counts(desk), Is.EqualTo(mine));
        Assert.That(await Counts(other), Is.EqualTo(theirs));
    }

    [TestCase("v2-original")]
    [TestCase("v0-480.webp")]
    [TestCase("card-50-50.png")]
    [TestCase("..%2Foriginal.jpg")]
    [TestCase("original.jpg")]
    [TestCase("480.webp%00.html")]
    [TestCase("v1-..%2f..%2fsite.db")]
    public async Task No_other_name_is_served(string name)
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();

        Assert.That((int)(await desk.GetAsync(file, name)).StatusCode, Is.AnyOf(400, 404));
    }

    private static async Task<string?> RefusalAsync(string name, byte[] content)
    {
        await using var desk = await MediaDesk.OpenAsync();
        var (file, problem) = await desk.TryAddAsync(name, content);
        Assert.That(file, Is.Null);
        return problem?.Key;
    }

    private static async Task<(int Rows, int Files)> Counts(MediaDesk desk)
    {
        var folder = desk.Do<SiteDatabases>().FolderOf(desk.Tenant.Id);
        // On PostgreSQL a tenant has no folder before its first file.
        var files = !Path.Exists(folder) ? 0
            : Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Count(path => !Path.GetFileName(path).StartsWith("site.db", StringComparison.Ordinal));
        return (await desk.Db.Set<MediaFile>().CountAsync(), Path.Exists(Path.Combine(folder, "media")) ? files - 1
            : files);
    }

    private static IEnumerable<string> Leftovers(MediaDesk desk) => Directory
        .GetDirectories(desk.Do<SiteDatabases>().FolderOf(desk.Tenant.Id), "*.new", SearchOption.AllDirectories)
        .Where(folder => Sizes(folder).Any(size => size > MediaStore.MaxPicture));

    // Other tests' files come and go beside this one's.
    private static List<long> Sizes(string folder)
    {
        try
        {
            return [.. Directory.GetFiles(folder).Select(file => new FileInfo(file).Length)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static byte[] PngHeader(int width, int height) =>
        [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0,
            0];

    private static byte[] BigEndian(int number) =>
        [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    // A comment segment right behind the start of the picture.
    private static byte[] WithComment(string text) =>
        [.. MediaDesk.Picture[..2], 0xFF, 0xFE, 0, (byte)(text.Length + 2), .. Encoding.Latin1.GetBytes(text),
            .. MediaDesk.Picture[2..]];

    // Frames of one colour: 1 pixel each, on a canvas of any size.
    private static byte[] Gif(int width, int height, int frames)
    {
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return
        [
            .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255,
            255, 255,
            .. Enumerable.Repeat(frame, frames).SelectMany(bytes => bytes), 0x3B,
        ];
    }

    private static byte[] Archive(params (string Path, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var target = archive.CreateEntry(path).Open();
                target.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Sends commas until the reader gives up.</summary>
    private sealed class Endless : Stream
    {
        public long Sent { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)',', offset, count);
            Sent += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
