using System.Diagnostics;
using System.Globalization;
using System.Text;
using EgovSites.Platform.Library;
using EgovSites.Platform.Media;
using EgovSites.Platform.Media.Pictures;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Tests.Platform.Media.Pictures;

public class PictureCopiesTests
{
    [Test]
    public async Task A_photograph_stands_upright_and_no_longer_says_where_it_was_taken()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var photograph = WithExif(MediaDesk.Picture);
        using var source = new MemoryStream(photograph);
        var lying = PictureHeader.Read(source)!.Value;

        var file = await desk.AddAsync("photo.jpg", content: photograph);
        var served =
            Encoding.Latin1.GetString(await (await desk.GetAsync(file, "original")).Content.ReadAsByteArrayAsync());

        using var upright = TestPictures.Read(Encoding.Latin1.GetBytes(served));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((upright.Width, upright.Height), Is.EqualTo((lying.Height, lying.Width)));
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
        var view = PictureView.Of(EgovSites.Platform.Publishing.Files.PublishedMedia.Of(file, "tg"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(view.HasAvif, Is.True);
            Assert.That(view.Widths, Is.Not.Empty);
            Assert.That(view.Card, Is.EqualTo("card-50-50"));
            foreach (var (name, type) in view.Widths.SelectMany(width =>
                new[] { (view.FileOf(width, "webp"), "image/webp"), (view.FileOf(width, "avif"), "image/avif") })
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

        await desk.Do<DescribeMedia>()
            .RunAsync(MediaDesk.Officer, file.Id,
                new MediaWords(MediaDesk.Words, EgovSites.Platform.Localization.Trilingual.Empty, false, "", "", 0, 0));
        var moved = await desk.ReadAsync(file.Id);
        var corner = await (await desk.GetAsync(file, "card-0-0.webp")).Content.ReadAsByteArrayAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(moved.Card, Is.EqualTo("card-0-0"));
            Assert.That(corner, Is.Not.EqualTo(middle).And.Not.Empty);
            Assert.That((int)(await desk.GetAsync(file, "card-50-50.webp"))
                .StatusCode, Is.EqualTo(200), "pages kept by others still ask for it");
        }
    }

    [Test]
    public async Task A_large_photograph_gets_every_copy()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var photograph = TestPictures.Noise(4000, 3000);

        var watch = Stopwatch.StartNew();
        var file = await desk.AddAsync("large.jpg", content: photograph);
        TestContext.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"12 MP, {photograph.Length / 1024} KB: {watch.Elapsed.TotalSeconds:0.00} s"));

        Assert.That(file.WidthList, Is.EqualTo(PictureCopies.Widths));
    }

    [TestCase("a", ExpectedResult = "480.webp")]
    public string A_publication_from_before_formats_and_versions_still_shows_its_picture(string id)
    {
        var view = PictureView.Of(
            System.Text.Json.Nodes.JsonNode.Parse(
                $$"""{"id":"{{id}}","name":"n.jpg","width":900,"height":600,"widths":"480","alt":"x"}""")!);
        Assert.That((view.HasAvif, view.Card, view.Focus, view.FocusClasses), Is.EqualTo((false, "", (50, 50), "")));
        return view.FileFor(144);
    }

    [TestCase(50, 50, ExpectedResult = "100 0 800 600")]
    [TestCase(0, 0, ExpectedResult = "0 0 800 600")]
    [TestCase(100, 100, ExpectedResult = "200 0 800 600")]
    [TestCase(45, 90, ExpectedResult = "50 0 800 600")]
    public string A_crop_stays_inside_the_picture(int x, int y) =>
        string.Join(' ', CardFrame.Of(1000, 600, x, y)!.Arguments);

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
