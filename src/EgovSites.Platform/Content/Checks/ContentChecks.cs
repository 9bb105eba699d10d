using System.Text.RegularExpressions;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Content.Stored;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EgovSites.Platform.Content.Checks;

/// <summary>
/// Advice on a text while it is written: headings, links, sentences, descriptions, names. It never keeps anybody from
/// saving.
/// </summary>
public static partial class ContentChecks
{
    private const int LongSentence = 25;
    private const int ShownSentences = 3;
    private const int ShownTerms = 5;
    private const int FewestCapitals = 8;

    /// <summary>Advice on a title.</summary>
    public static IEnumerable<Reason> OfTitle(string title)
    {
        var letters = title.Where(char.IsLetter).ToList();
        if (letters.Count >= FewestCapitals && letters.Count(char.IsUpper) * 10 > letters.Count * 7)
        {
            yield return new Reason("check.capitals");
        }

        if (title.Contains('!', StringComparison.Ordinal))
        {
            yield return new Reason("check.exclamation");
        }
    }

    /// <summary>Advice on a running text; <paramref name="media"/> holds the library's files it shows.</summary>
    public static IEnumerable<Reason> OfText(
        string markdown, string culture, IReadOnlyDictionary<string, MediaFile> media)
    {
        if (!MarkdownText.CanRender(markdown))
        {
            return [];
        }

        var document = MarkdownText.Parse(markdown);
        return [.. Headings(document), .. BareLinks(document), .. Pictures(document, culture, media),
            .. Sentences(markdown)];
    }

    /// <summary>
    /// The pictures of a running text that nobody described in its language, neither there nor in the library.
    /// </summary>
    public static IEnumerable<Reason> OfDescriptions(
        string markdown, string culture, IReadOnlyDictionary<string, MediaFile> media) =>
        MarkdownText.CanRender(markdown)
            ? Undescribed(MarkdownText.Parse(markdown).Descendants<LinkInline>()
                .Where(link => link.IsImage), culture, media) : [];

    /// <summary>Official names that a text writes otherwise.</summary>
    public static IEnumerable<Reason> OfTerms(string text, string culture, Glossary glossary) =>
        glossary.Check(text, culture).DistinctBy(finding => finding.Found).Take(ShownTerms)
            .Select(finding => new Reason("check.term", finding.Found, finding.Suggestion));

    // The page's title is the first level, so a text begins with the second and leaves none out.
    private static IEnumerable<Reason> Headings(MarkdownDocument document)
    {
        var level = 1;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.Level == 1)
            {
                yield return new Reason("check.headingOne", WordsOf(heading));
            }
            else if (heading.Level > level + 1)
            {
                yield return new Reason("check.headingOrder", WordsOf(heading), heading.Level, level + 1);
            }

            level = Math.Max(heading.Level, 2);
        }
    }

    private static IEnumerable<Reason> BareLinks(MarkdownDocument document)
    {
        var texts = document.Descendants<LiteralInline>()
            .SelectMany(text => Address().Matches(text.Content.ToString()).Select(match => match.Value));
        var shown = document.Descendants<AutolinkInline>().Where(link => !link.IsEmail).Select(link => link.Url);
        return texts.Concat(shown).Distinct().Select(address => new Reason("check.bareLink", Shortened(address)));
    }

    private static IEnumerable<Reason> Pictures(
        MarkdownDocument document, string culture, IReadOnlyDictionary<string, MediaFile> media)
    {
        var images = document.Descendants<LinkInline>().Where(link => link.IsImage).ToList();
        return images.Where(image => FileOf(image, media) is null)
            .Select(image => new Reason("check.pictureGone", OwnLinks.WordsOf(image)))
            .Concat(Undescribed(images, culture, media));
    }

    private static IEnumerable<Reason> Undescribed(
        IEnumerable<LinkInline> images, string culture, IReadOnlyDictionary<string, MediaFile> media) =>
        images.Select(image => (Image: image, File: FileOf(image, media)))
            .Where(pair => pair.File is { IsPicture: true, Decorative: false } file
                && OwnLinks.AltOf(pair.Image, file, culture).Length == 0)
            .DistinctBy(pair => pair.File!.Id)
            .Select(pair => new Reason("check.altMissing", pair.File!.FileName));

    private static MediaFile? FileOf(LinkInline image, IReadOnlyDictionary<string, MediaFile> media) =>
        BodyLinks.IdOf(image.Url, BodyLinks.MediaScheme) is { } id ? media.GetValueOrDefault(id) : null;

    private static IEnumerable<Reason> Sentences(string markdown) =>
        SentenceEnd().Split(MarkdownText.ToPlain(markdown))
            .Select(sentence => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > LongSentence)
            .Take(ShownSentences)
            .Select(words => new Reason("check.longSentence", string.Join(' ', words.Take(5)) + "…", words.Length));

    private static string WordsOf(HeadingBlock heading) => heading.Inline is { } words ? OwnLinks.WordsOf(words) : "";

    private static string Shortened(string address) => Tajik.Cleaning.TextHygiene.Shorten(address, 60);

    [GeneratedRegex(@"\bhttps?://[^\s<>]+|\bwww\.[^\s<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n")]
    private static partial Regex SentenceEnd();
}
