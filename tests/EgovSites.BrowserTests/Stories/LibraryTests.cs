using System.Security.Cryptography;
using EgovSites.Platform.Accounts;
using Microsoft.Playwright;

namespace EgovSites.BrowserTests.Stories;

public sealed class LibraryTests
{
    private const string Library = $"/admin/sites/{BrowserRun.OtherAgency}/media";

    [Test]
    public async Task A_large_file_survives_a_broken_connection()
    {
        await using var visitor = await SignInAsync("shabaka@example.tj");
        var page = visitor.Page;
        var (pieces, broken) = (0, 0);
        await page.RouteAsync(url => url.Contains("offset=", StringComparison.Ordinal), route =>
            ++pieces == 2 && ++broken == 1 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        var content = Convert.ToHexString(RandomNumberGenerator.GetBytes(700_000));

        await page.SetInputFilesAsync("#files",
            new FilePayload
            {
                Name = "ҷадвал.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.ASCII.GetBytes(content)
            });
        await page.ClickAsync(".drop [type=submit]");
        await page.WaitForURLAsync("**/media/*?done=uploaded");
        var link = await page.Locator("a[href$='/original']").First.GetAttributeAsync("href");
        var stored = await (await page.APIRequest.GetAsync(BrowserRun.Host.Address + link!.TrimStart('/'))).TextAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(broken, Is.EqualTo(1));
            Assert.That(pieces, Is.EqualTo(4), "three pieces, one of them twice");
            Assert.That(stored, Is.EqualTo(content));
        }
    }

    [Test]
    public async Task Files_that_are_dropped_arrive_and_a_click_sets_the_focus()
    {
        await using var visitor = await SignInAsync("akkos@example.tj");
        var page = visitor.Page;
        var picture = Convert.ToBase64String(
            await File.ReadAllBytesAsync(
                Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0", "media", "school.jpg")));
        var dropped = await page.EvaluateHandleAsync(
            """
            text => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], 'мактаб.jpg', { type: 'image/jpeg' }));
              return transfer;
            }
            """, picture);

        await page.DispatchEventAsync("form.drop", "drop", new { dataTransfer = dropped });
        await page.WaitForURLAsync("**/media/*?done=uploaded");
        var box = (await page.Locator(".crop img").BoundingBoxAsync())!;
        await page.ClickAsync(".crop", new() { Position = new() { X = box.Width * 0.25f, Y = box.Height * 0.75f } });
        foreach (var culture in new[] { "tg", "ru", "en" })
        {
            await page.FillAsync($"#alt-{culture}", "Мактаб");
        }

        await page.ClickAsync("#words [type=submit]");
        await page.WaitForURLAsync("**?done=saved");

        Assert.That(int.Parse(await page.InputValueAsync("#focusX"), System.Globalization.CultureInfo.InvariantCulture),
            Is.EqualTo(25).Within(1));
        Assert.That(int.Parse(await page.InputValueAsync("#focusY"), System.Globalization.CultureInfo.InvariantCulture),
            Is.EqualTo(75).Within(1));
        await visitor.AssertSoundAsync("desk-picture-uploaded");
    }

    private static async Task<Visitor> SignInAsync(string email)
    {
        var visitor = await Visitor.ComeAsync();
        await new Gate(visitor)
            .JoinAsync(await Invited.ToSiteAsync(BrowserRun.OtherAgency, Role.Editor, email), "Ҷамила Раҳимова", "tg");
        await visitor.OpenAsync(Library);
        return visitor;
    }
}
