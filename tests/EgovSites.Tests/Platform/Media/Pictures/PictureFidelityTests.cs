using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media;
using EgovSites.Platform.Media.Pictures;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace EgovSites.Tests.Platform.Media.Pictures;

/// <summary>What comes out is what went in, as another decoder sees it.</summary>
public class PictureFidelityTests
{
    [Test]
    public async Task A_picture_with_a_wide_gamut_shows_its_colours_without_its_profile()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var source = TestCases.Read("wide-gamut.png");

        var served = await OriginalAsync(desk, "p3.png", source);
        using var before = TestPictures.Read(source);
        using var after = TestPictures.Read(served);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                before[32, 24], Is.Not.EqualTo(after[32, 24]), "the numbers must change where the colours shall not");
            Assert.That((int)after[32, 24].R, Is.GreaterThan(250));
            Assert.That((int)after[32, 24].G, Is.LessThan(5));
            Assert.That(after.Metadata.IccProfile, Is.Null);
        }
    }

    [Test]
    public async Task Sixteen_bits_and_grey_keep_their_tone()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var deep = TestPictures.Png(600, 40, new Rgb48(0x8080, 0x4040, 0xC0C0),
            new PngEncoder { BitDepth = PngBitDepth.Bit16, ColorType = PngColorType.Rgb });
        var grey = TestPictures.Png(600, 40, new L16(0x4040),
            new PngEncoder { BitDepth = PngBitDepth.Bit16, ColorType = PngColorType.Grayscale });

        using var rgb = TestPictures.Read(await OriginalAsync(desk, "deep.png", deep));
        using var tone = TestPictures.Read(await OriginalAsync(desk, "grey.png", grey));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)rgb[5, 5].R, (int)rgb[5, 5].G, (int)rgb[5, 5].B), Is.EqualTo((0x80, 0x40, 0xC0)));
            Assert.That((int)tone[5, 5].G, Is.EqualTo(0x40).Within(1));
        }
    }

    [Test]
    public async Task The_copies_show_the_same_and_have_their_widths()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("halves.jpg", content: TestPictures.Halves(2000, 1000));

        using (Assert.EnterMultipleScope())
        {
            foreach (var width in PictureCopies.Widths)
            {
                using var copy = TestPictures.Read(await BytesAsync(desk, file, $"{width}.webp"));
                Assert.That((copy.Width, copy.Height), Is.EqualTo((width, width / 2)));
                Assert.That((int)copy[width / 4, 10].R, Is.GreaterThan(240));
                Assert.That((int)copy[width * 3 / 4, 10].B, Is.GreaterThan(240));
                Assert.That(IsAvif(await BytesAsync(desk, file, $"{width}.avif")), Is.True);
            }

            using var card = TestPictures.Read(await BytesAsync(desk, file, "card-50-50.webp"));
            Assert.That((card.Width, card.Height), Is.EqualTo((480, 360)));
        }
    }

    [Test]
    public async Task An_animation_keeps_every_frame_and_its_time()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("move.gif", content: TestPictures.Gif(500, 200, 3));

        using var gif = Image.Load<Rgba32>(await BytesAsync(desk, file, "original"));
        var copy = await BytesAsync(desk, file, "480.webp");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(gif.Frames, Has.Count.EqualTo(3));
            Assert.That(Enumerable.Range(0, gif.Frames.Count)
                .Select(number => gif.Frames[number].Metadata.GetGifMetadata().FrameDelay), Is.EqualTo([10, 20, 30]));
            Assert.That(TestPictures.WebpFrames(copy), Is.EqualTo(3));
            Assert.That((file.Width, file.Height, file.Formats, file.Card), Is.EqualTo((500, 200, "", "")));
        }
    }

    [Test]
    public async Task An_animated_WebP_keeps_every_frame()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var source = TestCases.Read("animated.webp");

        var served = await OriginalAsync(desk, "move.webp", source);

        Assert.That(TestPictures.WebpFrames(served), Is.EqualTo(TestPictures.WebpFrames(source)).And.GreaterThan(1));
    }

    [Test]
    public async Task An_animated_PNG_is_refused_in_words()
    {
        await using var desk = await MediaDesk.OpenAsync();

        var (file, problem) = await desk.TryAddAsync("move.png", TestCases.Read("animated.png"));

        Assert.That(file, Is.Null);
        Assert.That((problem!.Key, problem.Arguments[0].ToString()), Is.EqualTo(("media.apng", "move.png")));
    }

    [Test]
    public async Task Faults_of_a_header_that_browsers_forgive_are_forgiven()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var picture = TestPictures.Halves(600, 300);
        var segment = Enumerable.Repeat<byte>(7, 65_533).Prepend((byte)0xFF).Prepend((byte)0xFF);
        byte[] head = [0xFF, 0xE5, .. segment];

        using var junk =
            TestPictures.Read(await OriginalAsync(desk, "junk.jpg", TestCases.Read("junk-before-marker.jpg")));
        using var far = TestPictures.Read(
            await OriginalAsync(desk, "far.jpg",
                [.. picture[..2], .. Enumerable.Repeat(head, 20).SelectMany(bytes => bytes), .. picture[2..]]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((junk.Width, junk.Height), Is.EqualTo((64, 48)));
            Assert.That((far.Width, far.Height), Is.EqualTo((600, 300)));
        }
    }

    [Test]
    public async Task A_very_tall_picture_is_never_served_as_an_empty_copy()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("tall.png", content: TestPictures.Png(500, 20_000, new Rgb24(10, 90, 60)));

        using (Assert.EnterMultipleScope())
        {
            foreach (var name in new[] { "480.webp", "480.avif", "card-50-50.webp", "original" })
            {
                var answer = await desk.GetAsync(file, name);
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                Assert.That((int)answer.StatusCode == 404 || bytes.Length > 100, Is.True, name);
                Assert.That(name == "original" && (int)answer.StatusCode != 200, Is.False);
            }

            Assert.That(file.Widths, Is.Empty, "no WebP is so tall");
            Assert.That((file.Width, file.Height), Is.EqualTo((500, 20_000)));
        }
    }

    [Test]
    public async Task A_copy_that_failed_before_is_not_served_either()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("halves.jpg", content: TestPictures.Halves(600, 300));
        var place = desk.Do<MediaFolder>().PlaceOf(file, VersionOf(file), "960.webp")!;
        await File.WriteAllBytesAsync(place, []);

        Assert.That((int)(await desk.GetAsync(file, "960.webp")).StatusCode, Is.EqualTo(404));
    }

    private static MediaVersion VersionOf(MediaFile file) => new()
    {
        MediaId = file.Id,
        Number = file.Version,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Bytes = file.Bytes,
        Widths = file.Widths,
        Formats = file.Formats,
        At = file.UploadedAt,
        By = file.UploadedBy,
    };

    private static bool IsAvif(byte[] bytes) => bytes.AsSpan(4, 8).SequenceEqual("ftypavif"u8);

    private static async Task<byte[]> OriginalAsync(MediaDesk desk, string name, byte[] content) =>
        await BytesAsync(desk, await desk.AddAsync(name, content: content), "original");

    private static async Task<byte[]> BytesAsync(MediaDesk desk, MediaFile file, string name)
    {
        var answer = await desk.GetAsync(file, name);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), name);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
