using System.Text.RegularExpressions;
using EgovSites.Admin.Handbook;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Tajik;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Handbook;

public partial class HandbookTests
{
    private const int MaxPicture = 60 * 1024;
    private const string Nobody = "—";

    private static readonly string Folder = Path.Combine(SourceRoot.Path, "docs", "handbook");

    [Test]
    public void Every_language_has_the_same_chapters_steps_and_pictures()
    {
        var shapes = Cultures.All.Select(culture => Shape().Matches(TextOf(culture))
            .Select(match => match.Groups["picture"].Success ? "picture " + match.Groups["picture"].Value
                : match.Value)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shapes[1], Is.EqualTo(shapes[0]));
            Assert.That(shapes[2], Is.EqualTo(shapes[0]));
            Assert.That(Chapters.In("tg"), Has.Count.GreaterThan(10));
        }
    }

    [TestCaseSource(typeof(Cultures), nameof(Cultures.All))]
    public void Every_picture_exists_is_small_and_is_described(string culture)
    {
        var pictures = Chapters.In(culture).SelectMany(chapter => chapter.Parts).Where(part => part.Picture.Length > 0)
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pictures, Is.Not.Empty);
            foreach (var picture in pictures)
            {
                using var file = Chapters.Picture(picture.Picture);
                Assert.That(file?.Length ?? 0, Is.InRange(1, MaxPicture), picture.Picture);
                Assert.That(picture.Picture, Does.StartWith($"images/{culture}/"));
                Assert.That(picture.Alt, Is.Not.Empty);
            }
        }
    }

    [TestCaseSource(typeof(Cultures), nameof(Cultures.All))]
    public async Task The_table_of_who_may_do_what_is_the_workflow(string culture)
    {
        var words = (await SharedHost.GetAsync()).Services.GetRequiredService<Words>();
        var (verbs, stages) = (Enum.GetValues<Verb>(), Enum.GetValues<Stage>());
        var rows = TextOf(culture).Split('\n').Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToList()).ToList();

        Assert.That(rows, Has.Count.EqualTo(verbs.Length));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (verb, row) in verbs.Zip(rows))
            {
                var expected = stages.Select(stage => Workflow.LeastRole(stage, verb) is { } role
                    ? words.In(culture, $"role.{role}").ToLower(Cultures.Get(culture)) : Nobody);
                Assert.That(row.Skip(1), Is.EqualTo(expected), $"{verb}: {row[0]}");
            }
        }
    }

    [TestCaseSource(typeof(Cultures), nameof(Cultures.All))]
    public async Task Whoever_is_signed_in_reads_it_in_the_language_of_the_desk(string culture)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author, culture: culture);

        var site = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}");
        var book = await desk.GetAsync("/admin/handbook");
        var picture = await desk.GetAsync(book.Document.QuerySelector(".handbook img")!.GetAttribute("src")!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(site.Document.QuerySelector(".side-nav a[href='/admin/handbook']"), Is.Not.Null);
            Assert.That(book.All(".handbook h2"), Does.Contain(Chapters.In(culture)[^1].Title));
            Assert.That(book.All(".handbook nav a"), Has.Count.EqualTo(Chapters.In(culture).Count - 1));
            Assert.That(picture.Status, Is.EqualTo(200));
            Assert.That(picture.Response.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/webp"));
            Assert.That(picture.Response.Headers.CacheControl!.ToString(), Does.Contain("private")
                .And.Contain("max-age"));
        }
    }

    [Test]
    public async Task A_stranger_is_led_to_the_sign_in_and_an_unknown_picture_is_not_found()
    {
        var host = await SharedHost.GetAsync();
        using var stranger = new DeskClient(host);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await stranger.GetAsync("/admin/handbook")).Status, Is.EqualTo(302));
            Assert.That((await stranger.GetAsync("/admin/handbook/images/tg/desk.webp")).Status, Is.EqualTo(302));
            Assert.That((await desk.GetAsync("/admin/handbook/images/tg/nothing.webp")).Status, Is.EqualTo(404));
        }
    }

    private static string TextOf(string culture) => File.ReadAllText(Path.Combine(Folder, culture + ".md"));

    // Headings by level, numbered steps, table rows and pictures, in their order.
    [GeneratedRegex(@"^(#{1,4}(?= )|\d+\.(?= )|\|(?=.*\|$)|!\[[^\]]+\]\(images/[a-z]{2}/(?<picture>[a-z-]+)\.webp\))",
        RegexOptions.Multiline)]
    private static partial Regex Shape();
}
