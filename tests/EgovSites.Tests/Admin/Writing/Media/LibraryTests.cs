using System.Text.Json;
using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;

namespace EgovSites.Tests.Admin.Writing.Media;

public class LibraryTests
{
    private const string Library = $"/admin/sites/{SiteHost.Agency}/media";

    [Test]
    public async Task A_file_is_uploaded_into_a_folder_and_found_there_without_Tajik_letters()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var sent = await desk.UploadAsync(
            Library, Library, "files", "Ҷадвали қабул.csv", "a,b\n"u8.ToArray(), ("folder", " Қабул / 2026 "));
        var address = sent.Response.Headers.Location!.ToString().Split('?')[0];
        var found = await desk.GetAsync($"{Library}?kind=files&q=чадвали+кабул&folder=Қабул/2026");
        var elsewhere = await desk.GetAsync($"{Library}?kind=files&folder=Дигар");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Document.QuerySelectorAll($".todo a[href='{address}']"), Has.Length.EqualTo(1));
            Assert.That(found.All(".folders [aria-current]").Single(), Does.StartWith("Қабул/2026"));
            Assert.That(elsewhere.Document.QuerySelectorAll(".todo a"), Is.Empty);
        }
    }

    [Test]
    public async Task Of_a_drop_the_refused_files_are_named_with_their_reasons_and_the_kept_ones_too()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var page = await desk.UploadAsync(
            Library, Library, ("files", "IMG_7.HEIC", "\0\0\0\u0018ftypheic\0\0\0\0"u8.ToArray()),
            ("files", "хуб.jpg", MediaDesk.Picture), ("files", "холӣ.pdf", []));

        var said = page.Document.QuerySelector("[role=alert]")!.TextContent;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(said, Does.Contain("IMG_7.HEIC").And.Contains("JPEG").And.Contains("холӣ.pdf")
                .And.Contains("хуб.jpg"));
        }
    }

    [Test]
    public async Task A_table_in_an_old_writing_is_converted_and_the_guess_is_shown()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var sent = await desk.UploadAsync(Library, Library, "files", "ҷадвал.csv", TestCases.Read("windows-1251.csv"));
        var address = sent.Response.Headers.Location!.ToString().Split('?')[0];
        var page = await desk.GetAsync(address);
        using var question = new HttpRequestMessage(
            HttpMethod.Get, $"/admin/sites/{SiteHost.Agency}/files/{address.Split('/')[^1]}/original");
        using var answer = await desk.SendAsync(question);
        var text = await answer.Content.ReadAsStringAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Text, Does.Contain("windows-1251").And.Contains("Ном;Маблаг"));
            Assert.That(text, Does.Contain("Хатлон;300"));
        }
    }

    [Test]
    public async Task The_page_of_a_file_saves_every_word_and_shows_refused_ones_again()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var address = await UploadAsync(desk);

        await desk.PostAsync(address, address, ("alt.tg", "Мактаб"), ("alt.ru", "Школа"), ("alt.en", "A school"),
            ("caption.tg", "Дарси аввал"),
            ("credit", "Ҷамила"), ("folder", "Мактабҳо"), ("focusX", "0"), ("focusY", "90"));
        var saved = await desk.GetAsync(address);
        var refused = await desk.PostAsync(
            address, address, ("alt.tg", "<b>Мактаб</b>"), ("focusX", "200"), ("focusY", "x"), ("credit", "Дигар"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Value(saved, "#alt-ru"), Is.EqualTo("Школа"));
            Assert.That(Value(saved, "#caption-tg"), Is.EqualTo("Дарси аввал"));
            Assert.That(Value(saved, "#credit"), Is.EqualTo("Ҷамила"));
            Assert.That(Value(saved, "#folder"), Is.EqualTo("Мактабҳо"));
            Assert.That((Value(saved, "#focusX"), Value(saved, "#focusY")), Is.EqualTo(("0", "90")));
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(Value(refused, "#alt-tg"), Is.EqualTo("<b>Мактаб</b>"));
            Assert.That(refused.Document.QuerySelectorAll("[role=alert] p"), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task An_older_document_is_opened_from_the_list_of_versions_and_by_no_other_site()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        using var stranger = await DeskClient.SignInAsync(host, Role.Editor, SiteHost.OtherAgency);
        var uploaded = await desk.UploadAsync(Library, Library, "files", "plan.csv", "якум\n"u8.ToArray());
        var address = uploaded.Response.Headers.Location!.ToString().Split('?')[0];
        await desk.UploadAsync(address, $"{address}?handler=Replace", "file", "b.csv", "дуюм\n"u8.ToArray());

        var link = (await desk.GetAsync(address))
            .Document.QuerySelector("li:last-child > a[href*='/versions/']")!.GetAttribute("href")!;
        var opened = (await desk.GetAsync(link)).Response;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await opened.Content.ReadAsStringAsync(), Is.EqualTo("якум\n"));
            Assert.That(opened.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(opened.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That((await stranger.GetAsync(link)).Status, Is.EqualTo(404));
            Assert.That(
                (await stranger.GetAsync(link.Replace(SiteHost.Agency, SiteHost.OtherAgency, StringComparison.Ordinal)))
                    .Status, Is.EqualTo(404));
            Assert.That((await host.Client().PageAsync(link)).Status, Is.EqualTo(302));
        }
    }

    [Test]
    public async Task A_file_is_replaced_restored_binned_and_brought_back_by_forms()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var address = await UploadAsync(desk);

        await desk.UploadAsync(address, $"{address}?handler=Replace", "file", "new.jpg", MediaDesk.Picture);
        var replaced = await desk.GetAsync(address);
        await desk.PostAsync(address, $"{address}?handler=Version", ("number", "1"));
        var restored = await desk.GetAsync(address);
        var binned = await desk.PostAsync(address, $"{address}?handler=Bin");
        var bin = await desk.GetAsync($"{Library}?kind=bin");
        await desk.PostAsync(
            address, $"{Library}?handler=Restore", ("file", address[(address.LastIndexOf('/') + 1)..]));
        var back = await desk.GetAsync($"{Library}?kind=bin");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replaced.All(".tag.good"), Has.Count.EqualTo(1));
            Assert.That(Current(replaced), Is.EqualTo(2));
            Assert.That(Current(restored), Is.EqualTo(1));
            Assert.That(binned.Response.Headers.Location!.ToString(), Does.Contain("done=binned"));
            Assert.That(bin.Document.QuerySelectorAll($"a[href='{address}']"), Has.Length.EqualTo(1));
            Assert.That(back.Document.QuerySelectorAll($"a[href='{address}']"), Is.Empty);
        }
    }

    [Test]
    public async Task Scripts_find_files_with_what_they_need_to_show_them()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var word = $"нишон{Guid.NewGuid():N}";
        await desk.UploadAsync(Library, Library, "files", $"{word}.jpg", MediaDesk.Picture);
        await desk.UploadAsync(Library, Library, "files", $"{word}.csv", "a,b\n"u8.ToArray());

        var pictures = Json(await desk.GetAsync($"{Library}/find?q={word}&kind=picture"));
        var all = Json(await desk.GetAsync($"{Library}/find?q={word}"));
        var picture = pictures.Single();
        using var visitor = host.Client();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Has.Count.EqualTo(2));
            Assert.That(picture.EnumerateObject()
                .Select(property => property.Name),
                    Is.EquivalentTo(
                        ["id", "name", "alt", "thumb", "url", "width", "height", "bytes", "type", "hasNoText"]));
            Assert.That((await desk.GetAsync(picture.GetProperty("thumb").GetString()!)).Status, Is.EqualTo(200));
            Assert.That((await desk.GetAsync(picture.GetProperty("url").GetString()!)).Status, Is.EqualTo(200));
            Assert.That((int)(await visitor.GetAsync(picture.GetProperty("url").GetString()))
                .StatusCode, Is.EqualTo(302), "not public yet");
        }
    }

    [Test]
    public async Task The_picker_of_a_form_searches_the_whole_library_and_keeps_what_was_typed()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var word = $"нишон{Guid.NewGuid():N}";
        var address = (await desk.UploadAsync(Library, Library, "files", $"{word}.jpg", MediaDesk.Picture))
            .Response.Headers.Location!.ToString().Split('?')[0];
        var form = $"/admin/sites/{SiteHost.Agency}/content/new/News";

        var page = await desk.PostAsync(
            form, form, ("revision", "0"), ("tg.Title", "Навишти нав"), ("find.picture", word), ("verb", "find"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.All("#tg-Title"), Is.EqualTo(["Навишти нав"]));
            Assert.That(page.Document.QuerySelectorAll("[name='shared.Picture']:not([value=''])")
                .Select(radio => radio.GetAttribute("value")),
                Is.EqualTo([address[(address.LastIndexOf('/') + 1)..]]));
        }
    }

    [Test]
    public async Task Another_sites_files_are_not_found_by_any_address()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        using var central = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        var address = await UploadAsync(desk);
        var id = address[(address.LastIndexOf('/') + 1)..];
        var foreign = $"/admin/sites/{SiteHost.OtherAgency}/media";
        using var stranger = new DeskClient(host);

        using (Assert.EnterMultipleScope())
        {
            foreach (var path in new[] { "", "/find", "/uploads/x", $"/{id}" })
            {
                Assert.That((await desk.GetAsync(foreign + path)).Status, Is.EqualTo(404), path);
                Assert.That((await stranger.GetAsync(Library + path)).Status, Is.EqualTo(302), path);
            }

            // The central administrator may open the other site, and still the file is not of it.
            Assert.That((await central.GetAsync($"{foreign}/{id}")).Status, Is.EqualTo(404));
            foreach (var handler in new[] { "", "?handler=Bin", "?handler=Version&number=1", "?handler=Restore",
                "?handler=Share&common=true" })
            {
                Assert.That((await central.PostAsync(foreign, $"{foreign}/{id}{handler}", ("alt.tg", "x")))
                    .Status, Is.EqualTo(404), handler);
            }

            Assert.That(Json(await central.GetAsync($"{foreign}/find"))
                .Select(file => file.GetProperty("id").GetString()), Does.Not.Contain(id));
        }
    }

    private static async Task<string> UploadAsync(DeskClient desk) =>
        (await desk.UploadAsync(Library, Library, "files", "school.jpg", MediaDesk.Picture))
            .Response.Headers.Location!.ToString().Split('?')[0];

    // The versions are listed newest first; the one that stands has no button.
    private static int Current(Page page) =>
        2 - page.Document.QuerySelectorAll(".todo li:has(a[href*='/versions/'])").ToList()
            .FindIndex(line => line.QuerySelector("form") is null);

    private static string? Value(Page page, string selector) =>
        page.Document.QuerySelector(selector)?.GetAttribute("value");

    private static List<JsonElement> Json(Page page) =>
        [.. JsonDocument.Parse(page.Response.Content.ReadAsStringAsync().GetAwaiter().GetResult())
            .RootElement.EnumerateArray()];
}
