using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Stored;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;

namespace EgovSites.Tests.Admin.Writing.Media;

public class NoTextTests
{
    private const string Library = $"/admin/sites/{SiteHost.Agency}/media";

    [TestCase("tg", "Матн надорад", "OCR")]
    [TestCase("ru", "Без текста", "распознайте")]
    [TestCase("en", "No text", "recognise")]
    public async Task A_scan_says_in_the_library_and_on_its_page_what_is_wrong_and_what_to_do(
        string culture, string mark, string help)
    {
        using var desk = await SignInAsync(culture);
        var file = await AddAsync("scan.pdf", TestDocuments.Pdf());

        var list = await desk.GetAsync($"{Library}?kind=files&q={file.FileName}");
        var page = await desk.GetAsync($"{Library}/{file.Id}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.All(".todo .tag.warn"), Does.Contain(mark));
            Assert.That(page.All(".notice.warn").Single(), Does.Contain(mark).And.Contain(help));
        }
    }

    [Test]
    public async Task The_picker_and_the_panel_beside_an_item_say_so_too()
    {
        using var desk = await SignInAsync("ru");
        var scan = await AddAsync("picked.pdf", TestDocuments.Pdf());
        var form = $"/admin/sites/{SiteHost.Agency}/content/new/News";

        var picker = await desk.GetAsync(form);
        var chosen = await desk.PostAsync(form, form, ("shared.Files", scan.Id), ("verb", "find"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(picker.All(".bench-side details .choice .tag.warn"), Does.Contain("Без текста"));
            Assert.That(chosen.All(".bench-side fieldset > .tag.warn"), Does.Contain("Без текста"));
            Assert.That(chosen.All(".bench-side fieldset > .hint"), Has.Some.Contains("замените файл"));
        }
    }

    [Test]
    public async Task A_readable_file_is_not_accused()
    {
        using var desk = await SignInAsync("ru");
        var file = await AddAsync("readable.pdf", TestDocuments.Pdf("An order with enough letters"));

        Assert.That((await desk.GetAsync($"{Library}/{file.Id}")).All(".notice.warn"), Is.Empty);
    }

    private static async Task<DeskClient> SignInAsync(string culture)
    {
        return await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author, culture: culture);
    }

    private static async Task<MediaFile> AddAsync(string name, byte[] content)
    {
        await using var desk = await MediaDesk.OpenAsync();
        return await desk.AddAsync(name, content: content);
    }
}
