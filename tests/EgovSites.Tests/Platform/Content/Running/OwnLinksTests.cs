using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Localization;

namespace EgovSites.Tests.Platform.Content.Running;

public class OwnLinksTests
{
    private const string Picture = "0123456789abcdefghjkmnpqrs";
    private const string Document = "1123456789abcdefghjkmnpqrs";
    private const string Item = "2123456789abcdefghjkmnpqrs";

    private static readonly BodyLinks Own = BodyLinks.Of(
        "tg",
        new Dictionary<string, MediaFile>
        {
            [Picture] = File(Picture, "роҳ.jpg", 1600, "480,960,1280"),
            [Document] = File(Document, "қарор.pdf", 0, ""),
        },
        new Dictionary<string, string> { [Item] = "site:/tg/pages/roh" });

    [Test]
    public void A_picture_alone_in_its_paragraph_is_a_figure_with_sizes_and_caption()
    {
        var html = MarkdownText.ToHtml($"Матн\n\n![Роҳ \"нав\"](media:{Picture} \"Баҳори <2026>\")", Own);

        Assert.That(html,
            Does.Contain(
                $"<figure><img src=\"site:/media/{Picture}/960.webp\" srcset=\"site:/media/{Picture}/480.webp 480w, site:/media/{Picture}/960.webp 960w")
            .And.Contain("alt=\"Роҳ &quot;нав&quot;\" width=\"1600\" height=\"900\" loading=\"lazy\"")
            .And.Contain("<figcaption>Баҳори &lt;2026&gt;</figcaption></figure>"));
        Assert.That(html, Does.Not.Contain("<p><figure>"));
    }

    [Test]
    public void Without_words_of_its_own_a_picture_is_described_as_in_the_library()
    {
        Assert.That(MarkdownText.ToHtml($"![](media:{Picture})", Own), Does.Contain("alt=\"тавсиф\""));
    }

    [Test]
    public void A_file_is_announced_with_its_kind_and_size()
    {
        Assert.That(MarkdownText.ToHtml($"Ниг. [қарор](media:{Document}).", Own),
            Does.Contain($"<a href=\"site:/media/{Document}/original\">қарор</a> <small>(PDF, 420&#160;КБ)</small>."));
    }

    [Test]
    public void A_link_to_an_item_leads_to_its_page()
    {
        Assert.That(
            MarkdownText.ToHtml($"[роҳ](item:{Item})", Own), Does.Contain("<a href=\"site:/tg/pages/roh\">роҳ</a>"));
    }

    [TestCase("[роҳ](item:3123456789abcdefghjkmnpqrs)")]
    [TestCase("[роҳ](media:3123456789abcdefghjkmnpqrs)")]
    [TestCase("![роҳ](media:3123456789abcdefghjkmnpqrs)")]
    [TestCase("![роҳ](media:../../etc/passwd)")]
    [TestCase("![роҳ](https://example.com/a.png)")]
    [TestCase("[роҳ](~/tg/pages/roh)")]
    [TestCase("[роҳ](site:/tg/pages/roh)")]
    public void What_is_not_the_sites_own_or_not_published_is_plain_words(string markdown)
    {
        Assert.That(MarkdownText.ToHtml(markdown, Own), Is.EqualTo("<p>роҳ</p>\n"));
    }

    [Test]
    public void A_video_is_an_announced_link_and_nothing_is_embedded()
    {
        var html = MarkdownText.ToHtml("[Гузориш](https://youtu.be/abc \"12:30\")", Own);

        Assert.That(html,
            Does.Contain(
                "<p class=\"video\"><a href=\"https://youtu.be/abc\" rel=\"noopener\">Гузориш</a> <small>youtu.be, 12:30</small></p>"));
    }

    [Test]
    public void Ids_are_found_in_a_text_whatever_they_are_for()
    {
        const string text = $"![а](media:{Picture}) [б](media:{Document} \"в\") [г](item:{Item}) media:short";

        Assert.That(BodyLinks.MediaIn(text), Is.EqualTo(new[] { Picture, Document }));
        Assert.That(BodyLinks.ItemsIn(text), Is.EqualTo(new[] { Item }));
    }

    private static MediaFile File(string id, string name, int width, string widths) => new()
    {
        Id = id,
        FileName = name,
        ContentType = width > 0 ? "image/jpeg" : "application/pdf",
        Bytes = 420 * 1024,
        Width = width,
        Height = width * 9 / 16,
        Widths = widths,
        Alt = new Trilingual("тавсиф", "описание", "description"),
        UploadedAt = DateTimeOffset.UnixEpoch,
        UploadedBy = "test",
    };
}
