using AngleSharp.Dom;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Host.Http;

/// <summary>What every public page keeps, in every language, on the portal and on an agency's site.</summary>
public class PublicPagesTests
{
    private static readonly string[] Common = ["", "/search?q=bujet", "/sitemap", "/feedback", "/feedback/status"];

    private static readonly string[] Sections =
        [.. StandardReader.Read(Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0"))
            .Types.Select(type => "/" + type.Section)];

    private static IEnumerable<string> Paths =>
        from culture in Cultures.All
        from path in Common.Concat(Sections).Select(path => $"/site/finance/{culture}{path}")
            .Concat(Common.Append("/agencies").Append("/news").Append("/vacancies").Select(path => $"/{culture}{path}"))
        select path;

    [TestCaseSource(nameof(Paths))]
    public async Task A_page_speaks_its_language_sets_no_cookie_and_brings_nothing_from_elsewhere(string path)
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();

        var page = await client.PageAsync(path);

        var culture = path.Split('/').First(Cultures.IsKnown);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.Document.DocumentElement.GetAttribute("lang"), Is.EqualTo(culture));
            Assert.That(page.Response.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(page.Document.QuerySelectorAll("h1"), Has.Length.EqualTo(1));
            Assert.That(page.Document.Title, Is.Not.Empty);
            Assert.That(page.Document.QuerySelector("link[hreflang=x-default]") is not null
                || page.Document.QuerySelector("meta[name=robots][content*=noindex]") is not null,
                    "a page found by search engines names its languages");
            Assert.That(page.All(".langs a"), Is.EqualTo(["Тоҷикӣ", "Русский", "English"]));
            Assert.That(Foreign(page.Document), Is.Empty);
            Assert.That(Inline(page.Document, host), Is.Empty);
            Assert.That(Duplicates(page.Document), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Paths))]
    public async Task Every_link_of_a_page_leads_somewhere(string path)
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client(followsRedirects: true);
        var page = await client.PageAsync(path);
        var links = page.Document.QuerySelectorAll("a[href], link[href], img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? "")
            .Where(link => link.StartsWith('/')).Select(link => link.Split('#')[0]).Distinct().ToList();

        var dead = new List<string>();
        foreach (var link in links.Where(link => Checked.TryAdd(link, true)))
        {
            using var response = await client.GetAsync(link);
            if (!response.IsSuccessStatusCode)
            {
                dead.Add($"{(int)response.StatusCode} {link}");
            }
        }

        Assert.That(dead, Is.Empty);
    }

    [TestCase("bw1")]
    [TestCase("wb3")]
    [TestCase("blue2")]
    public async Task The_version_for_the_visually_impaired_stays_in_every_link_and_shows_no_picture(string code)
    {
        using var client = (await SharedHost.GetAsync()).Client();

        var page = await client.PageAsync($"/site/finance/tg?v={code}");

        var lost = page.Document.QuerySelectorAll("main a[href], .menu a[href]")
            .Select(link => link.GetAttribute("href")!)
            .Where(link => link.StartsWith('/') && !link.Contains("v=" + code, StringComparison.Ordinal)
                && !link.Contains("/media/", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.DocumentElement.GetAttribute("data-vision"), Is.EqualTo(code[..^1]));
            Assert.That(page.Document.DocumentElement.GetAttribute("data-size"), Is.EqualTo(code[^1..]));
            Assert.That(page.Document.QuerySelectorAll("main img"), Is.Empty);
            Assert.That(lost, Is.Empty);
        }
    }

    [Test]
    public async Task The_policy_allows_no_inline_script_and_the_one_stylesheet_by_its_hash()
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();

        using var response = await client.GetAsync("/site/finance/tg");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("script-src 'self';")
                .And.Contain("frame-ancestors 'none'"));
            Assert.That(policy,
                Does.Contain($"style-src 'self' 'sha256-{host.Services.GetRequiredService<ThemeAssets>().CssHash}'"));
            Assert.That(policy, Does.Not.Contain("unsafe"));
        }
    }

    [Test]
    public async Task An_entry_page_carries_the_stylesheet_and_a_later_one_links_it()
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();
        var entry = await client.PageAsync("/site/finance/tg");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var later = await client.PageAsync("/site/finance/tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Document.QuerySelector("style")?.TextContent,
                Is.EqualTo(host.Services.GetRequiredService<ThemeAssets>().Css));
            Assert.That(later.Document.QuerySelector("style"), Is.Null);
            Assert.That(later.Document.QuerySelectorAll("link[rel=stylesheet]"), Has.Length.EqualTo(1));
        }
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Checked = new();

    private static IEnumerable<string> Foreign(IDocument document) => document
        .QuerySelectorAll("script[src], link[rel=stylesheet], img[src], iframe, object, embed, video, audio")
        .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? element.LocalName)
        .Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal));

    private static IEnumerable<string> Inline(IDocument document, SiteHost host) => document
        .QuerySelectorAll(
            "script:not([src]):not([type='application/ld+json']), [style], [onclick], [onload], [onerror]")
        .Select(element => element.OuterHtml)
        .Concat(document.QuerySelectorAll("style").Select(style => style.TextContent)
            .Where(css => css != host.Services.GetRequiredService<ThemeAssets>().Css));

    private static IEnumerable<string?> Duplicates(IDocument document) =>
        document.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1)
            .Select(same => same.Key);
}
