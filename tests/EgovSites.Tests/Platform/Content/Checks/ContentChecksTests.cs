using EgovSites.Platform.Content.Checks;
using EgovSites.Platform.Content.Stored;

namespace EgovSites.Tests.Platform.Content.Checks;

public class ContentChecksTests
{
    private static readonly Dictionary<string, MediaFile> NoMedia = [];

    [TestCase("ХАБАРИ МУҲИМИ РӮЗ", "check.capitals")]
    [TestCase("Хабари муҳим!", "check.exclamation")]
    [TestCase("Хабари муҳим", "")]
    [TestCase("ВАО ва ТҶ", "")]
    public void A_title_is_calm(string title, string advice)
    {
        Assert.That(string.Join(',', ContentChecks.OfTitle(title).Select(reason => reason.Key)), Is.EqualTo(advice));
    }

    [TestCase("## Як\n\n### Ду\n\n## Се", "")]
    [TestCase("### Ду", "check.headingOrder")]
    [TestCase("## Як\n\n#### Чор", "check.headingOrder")]
    [TestCase("# Як", "check.headingOne")]
    [TestCase("Ниг. https://khovar.tj/a?b=1", "check.bareLink")]
    [TestCase("Ниг. <https://khovar.tj>", "check.bareLink")]
    [TestCase("[https://khovar.tj](https://khovar.tj)", "check.bareLink")]
    [TestCase("Ниг. [сомонаи Ховар](https://khovar.tj)", "")]
    [TestCase("![сурат](media:0123456789abcdefghjkmnpqrs)", "check.pictureGone")]
    public void A_text_is_looked_through_for_headings_links_and_pictures(string markdown, string advice)
    {
        Assert.That(string.Join(',', ContentChecks.OfText(markdown, "tg", NoMedia).Select(reason => reason.Key)),
            Is.EqualTo(advice));
    }

    [TestCase(25, 0)]
    [TestCase(26, 1)]
    public void A_sentence_of_more_than_twenty_five_words_is_long(int words, int findings)
    {
        var text = $"Кӯтоҳ. {string.Join(' ', Enumerable.Repeat("калима", words))}. Боз.";

        Assert.That(ContentChecks.OfText(text, "tg", NoMedia)
            .Count(reason => reason.Key == "check.longSentence"), Is.EqualTo(findings));
    }

    [Test]
    public void A_picture_needs_words_in_the_text_or_in_the_library()
    {
        const string id = "0123456789abcdefghjkmnpqrs";
        var media = new Dictionary<string, MediaFile>
        {
            [id] = new()
            {
                Id = id,
                FileName = "a.jpg",
                ContentType = "image/jpeg",
                Bytes = 1,
                Width = 1,
                Height = 1,
                UploadedAt = default,
                UploadedBy = ""
            },
        };

        Assert.That(ContentChecks.OfText($"![](media:{id})", "tg", media).Single().Key, Is.EqualTo("check.altMissing"));
        Assert.That(ContentChecks.OfText($"![роҳ](media:{id})", "tg", media), Is.Empty);

        media[id].Decorative = true;
        Assert.That(ContentChecks.OfText($"![](media:{id})", "tg", media), Is.Empty);
    }
}
