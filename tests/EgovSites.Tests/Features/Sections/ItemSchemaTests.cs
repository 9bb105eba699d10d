using System.Text.Json;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Sections;

/// <summary>What an item's page tells search engines as schema.org, in the language of the page.</summary>
public class ItemSchemaTests
{
    [TestCase("tg")]
    [TestCase("ru")]
    [TestCase("en")]
    public async Task A_news_item_is_an_article_at_its_own_address(string culture)
    {
        var row = Printer.Row("news", "Сарлавҳа </script><b>\"1\"", culture);
        var (schema, canonical) = await ReadAsync(row);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(schema, "@context"), Is.EqualTo("https://schema.org"));
            Assert.That(Text(schema, "@type"), Is.EqualTo("NewsArticle"));
            Assert.That(Text(schema, "headline"), Is.EqualTo("Сарлавҳа </script><b>\"1\""));
            Assert.That(Text(schema, "inLanguage"), Is.EqualTo(culture));
            Assert.That(Text(schema, "url"), Is.EqualTo(canonical));
            Assert.That(schema.GetProperty("publisher").GetProperty("name").GetString(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task A_vacancy_is_valid_through_its_deadline()
    {
        var row = Printer.Row("vacancies", "Сармутахассис");
        row.Deadline = FixedClock.Start.AddDays(9);
        var (schema, _) = await ReadAsync(row);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(schema, "@type"), Is.EqualTo("JobPosting"));
            Assert.That(schema.GetProperty("validThrough").GetDateTimeOffset(), Is.EqualTo(row.Deadline));
            Assert.That(schema.GetProperty("datePosted").GetDateTimeOffset(), Is.EqualTo(row.ShownAt));
        }
    }

    [Test]
    public async Task An_event_begins_and_ends()
    {
        var row = Printer.Row("events", "Ҷашнвора");
        (row.StartsAt, row.EndsAt) = (FixedClock.Start.AddDays(1), FixedClock.Start.AddDays(2));
        var (schema, _) = await ReadAsync(row);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(schema, "@type"), Is.EqualTo("Event"));
            Assert.That(schema.GetProperty("startDate").GetDateTimeOffset(), Is.EqualTo(row.StartsAt));
            Assert.That(schema.GetProperty("endDate").GetDateTimeOffset(), Is.EqualTo(row.EndsAt));
            Assert.That(schema.GetProperty("location").GetProperty("name").GetString(), Is.Not.Empty);
        }
    }

    private static async Task<(JsonElement Schema, string Canonical)> ReadAsync(Publication row)
    {
        var host = await SharedHost.GetAsync();
        await host.PrintAsync(row);
        using var visitor = host.Client();
        var page = await visitor.PageAsync($"/site/{SiteHost.Agency}/{row.Culture}/{row.Section}/{row.Slug}");
        var schemas = page.Document.QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => JsonDocument.Parse(script.TextContent).RootElement);
        return (schemas.First(schema => Text(schema, "@type") != "BreadcrumbList"),
            page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!);
    }

    private static string? Text(JsonElement schema, string name) => schema.GetProperty(name).GetString();
}
