using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Writing.Editing;

public class EditTests
{
    private const string NewItem = $"/admin/sites/{SiteHost.Agency}/content/new/News";

    private static readonly (string, string)[] Words =
    [
        ("revision", "0"), ("tg.Title", "Мактаби нав кушода шуд"), ("ru.Title", "Открыта новая школа"),
        ("en.Title", "A new school has opened"),
    ];

    [Test]
    public async Task A_press_officer_publishes_in_three_languages_with_a_picture()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var saved = await desk.UploadAsync(NewItem, NewItem, "upload.shared.Picture", "мактаб.jpg", Picture(),
        [
            .. Words, ("newalt.shared.Picture.tg", "Мактаб"), ("newalt.shared.Picture.ru", "Школа"),
            ("newalt.shared.Picture.en", "A school"), ("verb", "publish:all"),
        ]);
        var page = await desk.GetAsync(saved.Response.Headers.Location!.ToString());
        var links = page.Document.QuerySelectorAll(".notice.good a[lang]").Select(link => link.GetAttribute("href")!)
            .ToList();

        Assert.That(links, Has.Count.EqualTo(3));
        using var visitor = host.Client();
        foreach (var link in links)
        {
            Assert.That((await visitor.PageAsync(link)).Document.QuerySelector("main img[alt]"), Is.Not.Null, link);
        }
    }

    [Test]
    public async Task A_refused_form_keeps_every_word_and_the_picture()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var page = await desk.UploadAsync(NewItem, NewItem, "upload.shared.Picture", "a.jpg", Picture(),
            ("revision", "0"), ("tg.Title", "Сарлавҳаи дуруст"), ("ru.Title", "<script>alert(1)</script>"),
            ("verb", "publish:all"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.All("#tg-Title"), Is.EqualTo(["Сарлавҳаи дуруст"]));
            Assert.That(page.All("#ru-Title"), Is.EqualTo(["<script>alert(1)</script>"]));
            Assert.That(page.Document.QuerySelector("#ru-Title")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
            Assert.That(page.Document.QuerySelectorAll("[name='shared.Picture'][checked]:not([value=''])"),
                Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task What_lacks_a_required_word_is_saved_and_says_what_to_mend()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);

        var saved = await desk.PostAsync(
            NewItem, NewItem, ("revision", "0"), ("tg.Title", "Танҳо тоҷикӣ"), ("verb", "publish:ru"));
        var page = await desk.GetAsync(saved.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("#tg-Title"), Is.EqualTo(["Танҳо тоҷикӣ"]));
            Assert.That(page.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"), Is.EqualTo("#ru-Title"));
        }
    }

    [Test]
    public async Task An_author_sees_no_button_to_publish_and_cannot_do_so_by_hand()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var form = await desk.GetAsync(NewItem);
        var saved = await desk.PostAsync(NewItem, NewItem, [.. Words, ("verb", "publish:all")]);
        var page = await desk.GetAsync(saved.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(form.Document.QuerySelectorAll("[value^='publish:']"), Is.Empty);
            Assert.That(page.Document.QuerySelectorAll(".tag.good"), Is.Empty);
            Assert.That(page.Document.QuerySelector("[role=alert]"), Is.Not.Null);
        }
    }

    [Test]
    public async Task The_second_of_two_savers_keeps_their_text_and_overwrites_nothing()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var address = await SaveAsync(desk);

        await desk.PostAsync(address, address, ("revision", "1"), ("tg.Title", "Навишти якум"), ("verb", "save"));
        var second =
            await desk.PostAsync(address, address, ("revision", "1"), ("tg.Title", "Навишти дуюм"), ("verb", "save"));
        var now = await desk.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Status, Is.EqualTo(422));
            Assert.That(second.All("#tg-Title"), Is.EqualTo(["Навишти дуюм"]));
            Assert.That(now.All("#tg-Title"), Is.EqualTo(["Навишти якум"]));
        }
    }

    [Test]
    public async Task An_item_goes_to_the_bin_and_comes_back_as_a_draft()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var address = await SaveAsync(desk, "publish:all");
        var id = address[(address.LastIndexOf('/') + 1)..];

        await desk.PostAsync(address, address, ("revision", "1"), ("verb", "bin"));
        var bin = $"/admin/sites/{SiteHost.Agency}/bin";
        var binned = await desk.GetAsync(bin);
        await desk.PostAsync(bin, bin, ("item", id));
        var restored = await desk.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(binned.Document.QuerySelector($"[value='{id}']"), Is.Not.Null);
            Assert.That(restored.Status, Is.EqualTo(200));
            Assert.That(restored.Document.QuerySelectorAll(".tag.good"), Is.Empty);
        }
    }

    [TestCase("save")]
    [TestCase("publish:all")]
    [TestCase("withdraw:tg")]
    [TestCase("bin")]
    public async Task Another_sites_item_is_not_found_by_any_verb(string verb)
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        var address = await SaveAsync(desk);
        var foreign = address.Replace(SiteHost.Agency, SiteHost.OtherAgency, StringComparison.Ordinal);

        var shown = await desk.GetAsync(foreign);
        var posted = await desk.PostAsync(address, foreign, [.. Words, ("verb", verb)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.Status, Is.EqualTo(404));
            Assert.That(posted.Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Every_type_has_a_form()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var list = await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/content");
        var forms = list.Document.QuerySelectorAll("a[href*='/content/new/']")
            .Select(link => link.GetAttribute("href")!).ToList();

        Assert.That(forms, Has.Count.GreaterThan(10));
        foreach (var form in forms)
        {
            Assert.That((await desk.GetAsync(form))
                .Document.QuerySelectorAll("#tg-Title, #ru-Title, #en-Title"), Has.Length.EqualTo(3), form);
        }
    }

    private static async Task<string> SaveAsync(DeskClient desk, string verb = "save")
    {
        var saved = await desk.PostAsync(NewItem, NewItem, [.. Words, ("verb", verb)]);
        return saved.Response.Headers.Location!.ToString().Split('?')[0];
    }

    private static byte[] Picture() =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0", "media", "school.jpg"));
}
