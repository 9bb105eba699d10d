using EgovSites.Platform.Theming.Posters;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SkiaSharp;

namespace EgovSites.Tests.Platform.Theming.Posters;

public class PosterPainterTests
{
    private const string Long =
        "Оид ба ворид намудани тағйиру иловаҳо ба қарори Ҳукумати Ҷумҳурии Тоҷикистон «Дар бораи тартиби расонидани хизматрасониҳои давлатӣ ба аҳолӣ»";

    private static readonly string[] Emblems =
        ["agency", "city", "committee", "court", "culture", "district", "education", "emergency", "finance", "health",
            "labour", "ministry", "portal", "region", "service", "transport"];

    [TestCase("Хабар", 72)]
    [TestCase("Дар ноҳияи Рашт маркази нави саломатӣ барои 18 ҳазор сокин кушода шуд", 72)]
    [TestCase(Long, 58)]
    public async Task A_longer_title_becomes_smaller_and_keeps_every_word(string title, float largest)
    {
        var painter = await PainterAsync();

        var block = painter.LayOut(title);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(' ', block.Lines), Is.EqualTo(title));
            Assert.That(block.Size, Is.LessThanOrEqualTo(largest).And.GreaterThanOrEqualTo(40));
            await AssertFitsAsync(block);
        }
    }

    [Test]
    public async Task A_title_that_is_too_long_even_so_ends_after_a_whole_word()
    {
        var painter = await PainterAsync();
        var words = string.Join(' ', Enumerable.Repeat("Ҷаласаи васеи ҳукумат оид ба рушди иқтисодӣ,", 20)).Split(' ');

        var block = painter.LayOut(string.Join(' ', words));
        var kept = string.Join(' ', block.Lines).Split(' ');

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept[^1], Does.EndWith("…"));
            Assert.That(words[kept.Length - 1].TrimEnd(','), Is.EqualTo(kept[^1].TrimEnd('…')));
            Assert.That(kept[..^1], Is.EqualTo(words[..(kept.Length - 1)]));
            await AssertFitsAsync(block);
        }
    }

    [Test]
    public async Task Only_a_word_that_no_line_could_hold_is_broken()
    {
        var painter = await PainterAsync();
        var word = new string('ӯ', 70);

        var block = painter.LayOut($"Оид ба {word}");

        Assert.That(string.Concat(block.Lines).Replace(" ", "", StringComparison.Ordinal), Is.EqualTo($"Оидба{word}"));
        await AssertFitsAsync(block);
    }

    [TestCase("Тоҷикӣ\u00ad: ӯ,\tқ  ҳ\nғ ҷ", ExpectedResult = "Тоҷикӣ: ӯ, қ ҳ ғ ҷ")]
    [TestCase("Дехаи и\u0304 у\u0304", ExpectedResult = "Дехаи ӣ ӯ")]
    [TestCase("Ид муборак 🎉 \u202eабв", ExpectedResult = "Ид муборак абв")]
    [TestCase("Моддаи 5¹, № 7 – «а»", ExpectedResult = "Моддаи 5¹, № 7 – «а»")]
    [TestCase("", ExpectedResult = "")]
    public async Task<string> Letters_are_those_that_the_typeface_has(string title) =>
        string.Join(' ', (await PainterAsync()).LayOut(title).Lines);

    [TestCase("", "Хабари рӯз")]
    [TestCase("tut", Long)]
    [TestCase("lojvard", "О внесении изменений")]
    public async Task A_poster_is_a_small_JPEG_of_the_right_size(string accent, string title)
    {
        var painter = await PainterAsync();
        using var noise = Noise();

        foreach (var picture in new[] { null, noise })
        {
            var jpeg = painter.Paint(new Poster("site", "tg", title, "Вазорати молия", "finance", accent), picture);
            var info = Image.Identify(jpeg, out var format);
            using (Assert.EnterMultipleScope())
            {
                Assert.That((format.Name, info.Width, info.Height), Is.EqualTo(("JPEG", 1200, 630)));
                Assert.That(jpeg, Has.Length.LessThanOrEqualTo(200 * 1024));
            }
        }
    }

    [Test]
    public async Task White_letters_stand_out_against_the_brightest_picture()
    {
        var painter = await PainterAsync();
        using var white = new SKBitmap(1280, 800);
        white.Erase(SKColors.White);

        foreach (var accent in new[] { "", "firuza", "lojvard", "anor", "zardolu", "tut" })
        {
            // The picture alone: where the letters stand, between two lines of them, is what is measured.
            using var poster =
                Image.Load<Rgb24>(painter.Paint(new Poster("site", "tg", Long, "М", "finance", accent), white));
            foreach (var (x, y) in new[] { (1150, 60), (1150, 140), (1160, 300), (1160, 500), (1160, 590) })
            {
                Assert.That(ContrastToWhite(poster[x, y]), Is.GreaterThanOrEqualTo(4.5), $"{accent} {x},{y}");
            }
        }
    }

    [TestCaseSource(nameof(Emblems))]
    public async Task Every_emblem_of_the_theme_can_be_painted(string emblem)
    {
        var painter = await PainterAsync();

        var jpeg = painter.Paint(new Poster("site", "en", "Title", "Body", emblem, ""));
        using var poster = Image.Load<Rgb24>(jpeg);

        Assert.That(poster[72 + 46 - 42, 58 + 46].G, Is.Not.EqualTo(poster[60, 58 + 46].G), "the ring is not the band");
    }

    [Test]
    public async Task An_emblem_the_theme_does_not_have_is_the_general_one()
    {
        var painter = await PainterAsync();

        Assert.That(painter.Paint(new Poster("site", "en", "Title", "Body", "no-such", "")), Is.Not.Empty);
    }

    private static async Task<PosterPainter> PainterAsync() =>
        (await SharedHost.GetAsync()).Services.GetRequiredService<PosterPainter>();

    private static async Task AssertFitsAsync(TextBlock block)
    {
        await using var file = (await SharedHost.GetAsync()).Services.GetRequiredService<ThemeAssets>()
            .Open("fonts/NotoSans-Bold.ttf");
        using var face = SKTypeface.FromStream(file);
        using var font = new SKFont(face, block.Size);
        Assert.That(block.Height, Is.LessThanOrEqualTo(PosterPainter.TitleBox.Height));
        Assert.That(
            block.Lines.Select(line => font.MeasureText(line)), Is.All.LessThanOrEqualTo(PosterPainter.TitleBox.Width));
    }

    private static SKBitmap Noise()
    {
        var random = new Random(7);
        var noise = new SKBitmap(1280, 720);
        for (var y = 0; y < noise.Height; y++)
        {
            for (var x = 0; x < noise.Width; x++)
            {
                noise.SetPixel(x, y, new SKColor((uint)random.Next() | 0xff000000));
            }
        }

        return noise;
    }

    private static double ContrastToWhite(Rgb24 colour)
    {
        static double Linear(byte value) =>
            value / 255.0 is var share && share <= .04045 ? share / 12.92
                : Math.Pow(((value / 255.0) + .055) / 1.055, 2.4);
        return 1.05 / ((.2126 * Linear(colour.R)) + (.7152 * Linear(colour.G)) + (.0722 * Linear(colour.B)) + .05);
    }
}
