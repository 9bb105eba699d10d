using System.Text;
using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Site.Redirects;

public class RedirectsPagesTests
{
    private const string Address = $"/admin/sites/{SiteHost.Agency}/redirects";

    [Test]
    public async Task A_redirect_is_followed_where_nothing_stands_on_this_site_only()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        using var reader = host.Client();

        var added = await desk.PostAsync(
            Address, Address, ("from", "/Old/Page.php?id=7"), ("to", "/tg/news"), ("note", "Сомонаи кӯҳна"));
        var followed = await reader.GetAsync($"/site/{SiteHost.Agency}/old/page.php?id=7");
        var other = await reader.GetAsync($"/site/{SiteHost.OtherAgency}/old/page.php?id=7");
        var otherId = await reader.GetAsync($"/site/{SiteHost.Agency}/old/page.php?id=8");
        await desk.PostAsync(Address, $"{Address}?handler=Delete", ("address", "/old/page.php?id=7"));
        var gone = await reader.GetAsync($"/site/{SiteHost.Agency}/old/page.php?id=7");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.Status, Is.EqualTo(302));
            Assert.That((int)followed.StatusCode, Is.EqualTo(301));
            Assert.That(followed.Headers.Location?.ToString(), Is.EqualTo($"/site/{SiteHost.Agency}/tg/news"));
            Assert.That((int)other.StatusCode, Is.EqualTo(404));
            Assert.That((int)otherId.StatusCode, Is.EqualTo(404));
            Assert.That((int)gone.StatusCode, Is.EqualTo(404));
        }
    }

    [TestCase("/tg")]
    [TestCase("/tg/news")]
    [TestCase("/ru/feedback")]
    public async Task A_live_page_cannot_be_led_away(string from)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Editor);

        var page = await desk.PostAsync(Address, Address, ("from", from), ("to", "https://example.tj/"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.Document.QuerySelector("#from")!.GetAttribute("value"), Is.EqualTo(from));
        }
    }

    [Test]
    public async Task A_file_is_shown_before_it_is_taken_and_only_its_good_lines_are()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        using var reader = host.Client();
        const string Lines =
            "from,to\n/import/1,/tg/news\n/import/2,/import/2\n/import/3,javascript:alert(1)\n/import/4,/import/1\n";

        var preview = await desk.PostAsync($"{Address}/import", $"{Address}/import", ("lines", Lines));
        var untouched = await reader.GetAsync($"/site/{SiteHost.Agency}/import/1");
        var taken = await desk.PostAsync($"{Address}/import", $"{Address}/import", ("lines", Lines), ("verb", "take"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.All(".rows tbody tr"), Has.Count.EqualTo(3));
            Assert.That((int)untouched.StatusCode, Is.EqualTo(404));
            Assert.That(taken.Response.Headers.Location!.ToString(), Does.EndWith("added=1"));
            Assert.That((int)(await reader.GetAsync($"/site/{SiteHost.Agency}/import/1")).StatusCode, Is.EqualTo(301));
        }
    }

    [TestCase("utf-8", null)]
    [TestCase("utf-16", null)]
    [TestCase("utf-16BE", null)]
    [TestCase("windows-1251", "windows-1251")]
    [TestCase("cp866", "cp866")]
    [TestCase("koi8-r", "koi8-r")]
    public async Task A_file_is_read_as_it_is_written_and_a_guess_is_said(string writing, string? guessed)
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor, culture: "ru");
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(writing) ?? Encoding.GetEncoding(writing);
        var file = encoding.GetBytes("from,to\n/хабари-нав/якум,/tg/news\n/новости/главное,/ru/news\n");

        var page = await desk.UploadAsync($"{Address}/import", $"{Address}/import", "file", "r.csv", file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.Document.QuerySelector("textarea[name=lines]")!.TextContent,
                Does.Contain("/хабари-нав/якум,/tg/news").And.Contain("/новости/главное"));
            Assert.That(page.All(".notice")
                .Any(notice => notice.Contains($"прочитали его как {guessed}", StringComparison.Ordinal)),
                    Is.EqualTo(guessed is not null));
        }
    }

    [Test]
    public async Task A_file_that_is_no_text_is_refused_in_words()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor, culture: "en");

        var page = await desk.UploadAsync($"{Address}/import", $"{Address}/import", "file", "r.csv",
            [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 0xFF, 0xD8, 0, 0, 7]);

        Assert.That(page.Status, Is.EqualTo(422));
        Assert.That(page.All(".notice"), Has.Some.Contains("This file is no text"));
    }

    [Test]
    public async Task A_quotation_mark_that_never_closes_is_refused_with_its_line_and_a_long_cell_is_cut_off()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor, culture: "ru");
        var cell = "/" + new string('x', 100_000);

        var open = await desk.UploadAsync($"{Address}/import", $"{Address}/import", "file", "r.csv",
            Encoding.UTF8.GetBytes("/a;/b\r\n/c;\"/d\r\n/e;/f\r\n"));
        var wide = await desk.UploadAsync($"{Address}/import", $"{Address}/import", "file", "r.csv",
            Encoding.UTF8.GetBytes($"/tg/news;/a\r\n{cell};/b\r\n"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(open.Status, Is.EqualTo(422));
            Assert.That(open.All(".notice"), Has.Some.Contains("В строке 2 кавычка открыта"));
            Assert.That(wide.All(".rows tbody tr").Max(row => row.Length), Is.LessThan(1000));
        }
    }

    [TestCase("/redirects")]
    [TestCase("/redirects/import")]
    public async Task An_author_and_another_sites_editor_get_nowhere(string path)
    {
        var host = await SharedHost.GetAsync();
        using var author = await DeskClient.SignInAsync(host, Role.Author);
        using var stranger = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await author.GetAsync($"/admin/sites/{SiteHost.Agency}{path}")).Status, Is.EqualTo(403));
            Assert.That((await stranger.GetAsync($"/admin/sites/{SiteHost.Agency}{path}")).Status, Is.EqualTo(404));
        }
    }
}
