using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Admin.Handbook;

/// <summary>
/// The handbook for press officers, as it lies in <c>docs/handbook</c>, parted at its second-level headings.
/// </summary>
public static partial class Chapters
{
    private const string Folder = "handbook/";

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Chapter>> Known = new(StringComparer.Ordinal);

    /// <summary>The chapters in a language; the first has no title and greets the reader.</summary>
    public static IReadOnlyList<Chapter> In(string culture) => Known.GetOrAdd(culture, Read);

    /// <summary>A picture such as <c>images/tg/desk.webp</c>, or null.</summary>
    public static Stream? Picture(string path) => typeof(Chapters).Assembly.GetManifestResourceStream(Folder + path);

    private static IReadOnlyList<Chapter> Read(string culture)
    {
        using var reader =
            new StreamReader(typeof(Chapters).Assembly.GetManifestResourceStream($"{Folder}{culture}.md")!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return [.. Heading().Split(text).Select((chapter, number) => ChapterOf(chapter, number))];
    }

    private static Chapter ChapterOf(string text, int number)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var title = number == 0 ? "" : text[..end].Trim();
        return new Chapter(string.Create(CultureInfo.InvariantCulture, $"h{number}"), title, [.. PartsOf(text[end..])]);
    }

    private static IEnumerable<ChapterPart> PartsOf(string text)
    {
        var words = new List<string>();
        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries))
        {
            var picture = PictureLine().Match(block);
            if (!picture.Success && block[0] != '|')
            {
                words.Add(block);
                continue;
            }

            if (words.Count > 0)
            {
                yield return TextOf(words);
            }

            words.Clear();
            yield return picture.Success
                ? new ChapterPart(new RenderedHtml(""), Picture: picture.Groups["path"]
                    .Value, Alt: picture.Groups["alt"].Value)
                : new ChapterPart(new RenderedHtml(MarkdownText.ToHtml(block)), IsTable: true);
        }

        if (words.Count > 0)
        {
            yield return TextOf(words);
        }
    }

    private static ChapterPart TextOf(List<string> blocks) =>
        new(new RenderedHtml(MarkdownText.ToHtml(string.Join("\n\n", blocks))));

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^!\[(?<alt>[^\]]+)\]\((?<path>images/[a-z]{2}/[a-z-]+\.webp)\)$")]
    private static partial Regex PictureLine();
}
