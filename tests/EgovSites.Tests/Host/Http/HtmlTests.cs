using System.Diagnostics;
using System.Text.Json;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Rules;

namespace EgovSites.Tests.Host.Http;

/// <summary>Every public page is HTML without a fault, as html-validate of the npm registry sees it.</summary>
public class HtmlTests
{
    private static readonly string Tools = Path.Combine(SourceRoot.Path, "tests", "html");

    private static readonly string Validator =
        Path.Combine(Tools, "node_modules", "html-validate", "bin", "html-validate.mjs");

    [SetUp]
    public void NeedTheValidator()
    {
        if (!File.Exists(Validator))
        {
            Assert.Ignore("html-validate is not installed: ./egov test installs it where Node and its registry are.");
        }
    }

    [Test]
    public async Task Every_kind_of_public_page_is_valid_in_every_language()
    {
        await using var host = await SiteHost.StartAsync(replace: FeedbackHost.WithRoom);
        using var pages = new SavedPages(host);
        await pages.SaveAllAsync();

        var faults = await ValidateAsync(pages.Folder);

        Assert.That(pages.Count, Is.GreaterThan(150));
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task A_spoilt_page_is_found_out()
    {
        var folder = Directory.CreateTempSubdirectory("egov-html-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "spoilt.html"),
            "<!DOCTYPE html><html lang=\"tg\"><body><p id=\"a\"><div id=\"a\"></div></p></body></html>");

        var faults = await ValidateAsync(folder.FullName);

        folder.Delete(recursive: true);
        Assert.That(faults, Has.Some.Contains("no-dup-id").And.Some.Contains("close-order"));
    }

    /// <summary>One process for all pages of the folder; each fault with its page, line and rule.</summary>
    private static async Task<IReadOnlyList<string>> ValidateAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("node",
            [Validator, "--config", Path.Combine(Tools, "rules.mjs"), "--formatter", "json",
                .. Directory.GetFiles(folder, "*.html").Order(StringComparer.Ordinal)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(told, Does.StartWith("["), await errors);
        using var results = JsonDocument.Parse(told);
        return
        [
            .. from page in results.RootElement.EnumerateArray()
               from fault in page.GetProperty("messages").EnumerateArray()
               select $"{Path.GetFileName(page.GetProperty("filePath").GetString())}:{fault.GetProperty("line")} {fault.GetProperty("ruleId")}: {fault.GetProperty("message")}",
        ];
    }
}
