using System.Text.Json.Nodes;
using System.Xml.Linq;
using EgovSites.Admin.Languages.Memory;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Sections;

/// <summary>Raised, lowered and struck-out words keep their meaning wherever a text goes.</summary>
public class RaisedTextTests
{
    private const string Body = "Моддаи 7^2^: майдони 40 м^2^, партови CO~2~, маблағ ~~90~~ 30 сомонӣ.";
    private const string Plain = "Моддаи 7²: майдони 40 м², партови CO₂, маблағ 30 сомонӣ.";
    private const string Site = $"/site/{SiteHost.Agency}/tg";

    [Test]
    public async Task On_the_page_in_summaries_in_feeds_on_the_portal_and_in_search()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        await using var desk = TestDesk.Open(host);
        var row = await PublishAsync(desk);
        await host.HandOverAsync();
        using var visitor = host.Client();

        var page = await visitor.PageAsync($"{Site}/{row.Section}/{row.Slug}");
        var feed = XDocument.Parse(await visitor.GetStringAsync($"{Site}/{row.Section}/feed.atom")).ToString();
        var portal = await visitor.PageAsync($"/tg/{row.Section}?q=баландшуда");
        var hit = await visitor.PageAsync($"{Site}/search?q=партови");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.QuerySelectorAll(".prose sup")
                .Select(mark => mark.TextContent), Is.EqualTo(new[] { "2", "2" }));
            Assert.That(page.Document.QuerySelector(".prose sub")!.TextContent, Is.EqualTo("2"));
            Assert.That(page.Document.QuerySelector(".prose del")!.TextContent, Is.EqualTo("90"));
            Assert.That(
                page.Document.QuerySelector("meta[name=description]")!.GetAttribute("content"), Is.EqualTo(Plain));
            Assert.That(page.Document.QuerySelector("meta[property='og:description']")!.GetAttribute("content"),
                Is.EqualTo(Plain));
            Assert.That(feed, Does.Contain(Plain));
            Assert.That(portal.Text, Does.Contain(Plain));
            Assert.That(hit.All("ol.items p"), Has.Some.EqualTo(Plain));
            Assert.That((await desk.Do<SiteSearch>().FindAsync("tg", "CO2 м2", null, 1, 10)).Total, Is.EqualTo(1));
            Assert.That((await desk.Do<SiteSearch>().FindAsync("tg", "маблағ 90", null, 1, 10))
                .Total, Is.Zero, "what is struck out holds no longer");
        }
    }

    [TestCase("Моддаи 7^2^.", "Моддаи 72.")]
    [TestCase("Моддаи 7^2^.", "Моддаи 7~2~.")]
    [TestCase("Маблағ ~~90~~ 30.", "Маблағ 90 30.")]
    public void In_a_comparison_it_is_another_text(string before, string after) =>
        Assert.That(TextComparison.Of(before, after).IsSame, Is.False);

    [Test]
    public void In_the_translation_memory_it_is_another_sentence()
    {
        var raised = Sentences.Of("Моддаи 7^2^ ва партови CO~2~.")[0].Single();

        Assert.That(raised, Is.EqualTo("Моддаи 7² ва партови CO₂."));
        Assert.That(
            new[] { "Моддаи 72 ва партови CO₂.", "Моддаи 7 ва партови CO₂.", "Моддаи 7² ва партови CO." }.Select(
                Likeness.HashOf),
            Has.None.EqualTo(Likeness.HashOf(raised)));
        Assert.That(Likeness.HashOf("Моддаи 7² ва партови CO2."), Is.EqualTo(Likeness.HashOf(raised)));
    }

    private static async Task<Publication> PublishAsync(TestDesk desk)
    {
        var words =
            new FieldValues { ["Title"] = JsonValue.Create("Матни баландшуда"), ["Body"] = JsonValue.Create(Body) };
        var draft = new ItemDraft(new FieldValues(), new Dictionary<string, FieldValues> { ["tg"] = words }, 0);
        var id = (await desk.Do<SaveDraft>().CreateAsync(TestDesk.Officer, desk.Type, draft)).ItemId;
        Assert.That((await desk.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg"])).Reasons, Is.Empty);
        return (await desk.FindAsync(id)).Single();
    }
}
