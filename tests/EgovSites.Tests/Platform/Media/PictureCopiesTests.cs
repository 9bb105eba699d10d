using System.Diagnostics;
using System.Globalization;
using System.Text;
using EgovSites.Platform.Media;
using EgovSites.Platform.Theming;

namespace EgovSites.Tests.Platform.Media;

public class PictureCopiesTests
{
    [SetUp]
    public void SkipWithoutVips()
    {
        using var copies = new PictureCopies();
        Assume.That(copies.IsAvailable, "libvips-tools is not installed");
    }

    [Test]
    public async Task A_photograph_stands_upright_and_no_longer_says_where_it_was_taken()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var photograph = WithExif(MediaDesk.Picture);
        using var source = new MemoryStream(photograph);
        var lying = PictureHeader.Read(source)!;

        var file = await desk.AddAsync("photo.jpg", content: photograph);
        var served = Encoding.Latin1.GetString(await (await desk.GetAsync(file, "original")).Content.ReadAsByteArrayAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.Latin1.GetString(photograph), Does.Contain("Exif").And.Contains("SpyCam"));
            Assert.That(served, Does.Not.Contain("Exif").And.Not.Contains("SpyCam"));
            Assert.That((file.Width, file.Height), Is.EqualTo((lying.Height, lying.Width)));
        }
    }

    [Test]
    public async Task Copies_come_in_both_formats_and_each_is_served_as_what_it_is()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var view = PictureView.Of(EgovSites.Platform.Publishing.PublishedMedia.Of(file, "tg"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.HasAvif, Is.True);
            Assert.That(view.Widths, Is.Not.Empty);
            Assert.That(view.Card, Is.EqualTo("card-50-50"));
            foreach (var (name, type) in view.Widths.SelectMany(width => new[] { (view.FileOf(width, "webp"), "image/webp"), (view.FileOf(width, "avif"), "image/avif") })
                .Concat([(view.CardIn("webp"), "image/webp"), (view.CardIn("avif"), "image/avif")]))
            {
                var answer = await desk.GetAsync(file, name);
                Assert.That((int)answer.StatusCode, Is.EqualTo(200), name);
                Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(type), name);
                Assert.That(answer.Headers.CacheControl!.ToString(), Does.Contain("max-age=86400, s-maxage=300"), name);
            }
        }
    }

    [Test]
    public async Task The_crop_follows_the_focus_under_a_new_name()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var middle = await (await desk.GetAsync(file, "card-50-50.webp")).Content.ReadAsByteArrayAsync();

        await desk.Do<DescribeMedia>().RunAsync(MediaDesk.Officer, file.Id, new MediaWords(MediaDesk.Words, EgovSites.Platform.Localization.Trilingual.Empty, false, "", "", 0, 0));
        var moved = await desk.ReadAsync(file.Id);
        var corner = await (await desk.GetAsync(file, "card-0-0.webp")).Content.ReadAsByteArrayAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Card, Is.EqualTo("card-0-0"));
            Assert.That(corner, Is.Not.EqualTo(middle).And.Not.Empty);
            Assert.That((int)(await desk.GetAsync(file, "card-50-50.webp")).StatusCode, Is.EqualTo(200), "pages kept by others still ask for it");
        }
    }

    [Test]
    public async Task An_animation_keeps_moving_in_its_copies()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("move.gif", content: await VipsAsync("gif"));

        var copy = Encoding.Latin1.GetString(await (await desk.GetAsync(file, "480.webp")).Content.ReadAsByteArrayAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(copy, Does.Contain("ANIM").And.Contains("ANMF"));
            Assert.That(file.Formats, Is.Empty);
        }
    }

    [Test]
    public async Task A_large_photograph_gets_every_copy()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var photograph = await VipsAsync("jpg");

        var watch = Stopwatch.StartNew();
        var file = await desk.AddAsync("large.jpg", content: photograph);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"12 MP, {photograph.Length / 1024} KB: {watch.Elapsed.TotalSeconds:0.00} s"));

        Assert.That(file.WidthList, Is.EqualTo(PictureCopies.Widths));
    }

    [TestCase("a", ExpectedResult = "480.webp")]
    public string A_publication_from_before_formats_and_versions_still_shows_its_picture(string id)
    {
        var view = PictureView.Of(System.Text.Json.Nodes.JsonNode.Parse($$"""{"id":"{{id}}","name":"n.jpg","width":900,"height":600,"widths":"480","alt":"x"}""")!);
        Assert.That((view.HasAvif, view.Card, view.Focus, view.FocusClasses), Is.EqualTo((false, "", (50, 50), "")));
        return view.FileFor(144);
    }

    [TestCase(50, 50, ExpectedResult = "100 0 800 600")]
    [TestCase(0, 0, ExpectedResult = "0 0 800 600")]
    [TestCase(100, 100, ExpectedResult = "200 0 800 600")]
    [TestCase(45, 90, ExpectedResult = "50 0 800 600")]
    public string A_crop_stays_inside_the_picture(int x, int y) => string.Join(' ', CardFrame.Of(1000, 600, x, y)!.Arguments);

    // Noise is the hardest picture there is; the GIF has three frames of it.
    private static async Task<byte[]> VipsAsync(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("egov-vips-").FullName;
        try
        {
            var steps = kind == "gif"
                ? new[] { "gaussnoise a.png 500 600", "cast a.png b.png uchar", "gifsave b.png out.gif --page-height 200" }
                : ["gaussnoise a.png 2000 1500 --mean 128 --sigma 40", "cast a.png b.png uchar", "resize b.png c.png 2", "bandjoin_const c.png d.png 128", "copy c.png out.jpg[Q=90]"];
            foreach (var step in steps)
            {
                using var process = Process.Start(new ProcessStartInfo("vips", step.Split(' ')) { WorkingDirectory = folder })!;
                await process.WaitForExitAsync();
                Assert.That(process.ExitCode, Is.Zero, step);
            }

            return await File.ReadAllBytesAsync(Path.Combine(folder, $"out.{kind}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Orientation 6 (turn by a quarter), a camera's name, and a place: latitude 38 degrees north, longitude 68 east.
    private static byte[] WithExif(byte[] jpeg)
    {
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0,
            3, 0,
            0x0F, 0x01, 2, 0, 7, 0, 0, 0, 50, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 58, 0, 0, 0,
            0, 0, 0, 0,
            .. "SpyCam\0\0"u8,
            2, 0,
            1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0,
            2, 0, 5, 0, 3, 0, 0, 0, 88, 0, 0, 0,
            0, 0, 0, 0,
            38, 0, 0, 0, 1, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0,
        ];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(segment.Length + 2), .. segment, .. jpeg[2..]];
    }
}
