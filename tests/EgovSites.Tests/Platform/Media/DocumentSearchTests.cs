using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Fields.Pickers;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Library;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Media;

public class DocumentSearchTests
{
    [TestCase("Зарринтоҷи Қӯҳистон", "зарринточи")]
    [TestCase("Зарринқӯҳи шарқӣ", "ЗАРРИНҚӮҲИ")]
    [TestCase("Зарриндараи ғарбӣ", "зарриндараи гарби")]
    public async Task An_item_is_found_by_what_stands_in_its_file_on_any_keyboard(string written, string asked)
    {
        await using var desk = await MediaDesk.OpenAsync();
        var id = await PublishAsync(desk, await desk.AddAsync("нақша.docx", content: TestDocuments.Docx(written)));

        Assert.That(await FindAsync(desk, asked), Is.EqualTo([id]));
    }

    [Test]
    public async Task The_words_of_a_PDF_are_found_too()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var id = await PublishAsync(
            desk, await desk.AddAsync("plan.pdf", content: TestDocuments.Pdf("Quarterly xylographia of the ministry")));

        Assert.That(await FindAsync(desk, "xylographia"), Is.EqualTo([id]));
    }

    [Test]
    public async Task Visitors_find_it_on_the_site_and_no_other_site_does()
    {
        await using var desk = await MediaDesk.OpenAsync();
        await PublishAsync(
            desk, await desk.AddAsync("нақша.docx", content: TestDocuments.Docx("Пулодрезии тоҷик")), "Нақшаи корхона");
        using var client = desk.Host.Client();

        var own = await client.PageAsync($"/site/{SiteHost.Agency}/tg/search?q=пулодрезии");
        var other = await client.PageAsync($"/site/{SiteHost.OtherAgency}/tg/search?q=пулодрезии");

        Assert.That(own.Text, Does.Contain("Нақшаи корхона"));
        Assert.That(other.Text, Does.Not.Contain("Нақшаи корхона"));
    }

    [Test]
    public async Task The_page_itself_comes_before_its_documents()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var onPage = await PublishAsync(desk, null, "Дар бораи чароғбонӣ");
        var inFile = await PublishAsync(
            desk, await desk.AddAsync("нақша.docx", content: TestDocuments.Docx("Чароғбонии кӯчаҳо")));

        Assert.That(await FindAsync(desk, "чарогбони"), Is.EqualTo([onPage, inFile]));
    }

    [Test]
    public async Task A_replaced_file_is_found_by_its_new_words_only_and_the_old_version_by_the_old_ones()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("тартиб.docx", content: TestDocuments.Docx("Фирӯзатарошӣ"));
        var id = await PublishAsync(desk, file);

        await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream(TestDocuments.Docx("Лоҷвардсоӣ")), "нав.docx");
        var (old, now) = (await FindAsync(desk, "фирузатароши"), await FindAsync(desk, "лочвардсои"));
        await desk.Do<ReplaceMedia>().RestoreAsync(MediaDesk.Officer, file.Id, 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(old, Is.Empty);
            Assert.That(now, Is.EqualTo([id]));
            Assert.That(await FindAsync(desk, "фирузатароши"), Is.EqualTo([id]));
        }
    }

    [Test]
    public async Task A_draft_or_withdrawn_item_is_not_found_by_its_file()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("тартиб.docx", content: TestDocuments.Docx("Марворидшиносӣ"));
        var id = await SaveAsync(desk, file, "Сиёҳнавис");
        var draft = await FindAsync(desk, "марворидшиноси");
        Assert.That((await desk.PublishAsync(id, "tg")).Reasons, Is.Empty);
        var shown = await FindAsync(desk, "марворидшиноси");
        await desk.Do<Withdraw>().RunAsync(MediaDesk.Officer, id, ["tg"], new Withdrawal(WithdrawalReason.InError));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(draft, Is.Empty);
            Assert.That(shown, Is.EqualTo([id]));
            Assert.That(await FindAsync(desk, "марворидшиноси"), Is.Empty);
        }
    }

    [Test]
    public async Task A_file_taken_out_of_an_item_no_longer_leads_to_it()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var id = await PublishAsync(desk, await desk.AddAsync("тартиб.docx", content: TestDocuments.Docx("Қаламкорӣ")));

        await desk.Do<SaveDraft>().UpdateAsync(MediaDesk.Officer, id, Draft(null, "Бе файл", 1));
        Assert.That((await desk.PublishAsync(id, "tg")).Reasons, Is.Empty);

        Assert.That(await FindAsync(desk, "каламкори"), Is.Empty);
    }

    [Test]
    public async Task A_scan_is_marked_and_a_readable_file_in_its_place_is_not()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("scan.pdf", content: TestDocuments.Pdf("7"));
        var before = (await desk.ReadAsync(file.Id)).HasNoText;

        await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream(TestDocuments.Pdf("A regulation with many letters")),
                "new.pdf");

        Assert.That((before, (await desk.ReadAsync(file.Id)).HasNoText), Is.EqualTo((true, false)));
    }

    [TestCase("tg")]
    public async Task A_hostile_document_is_kept_as_a_download_and_teaches_search_nothing(string culture)
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("xxe.docx",
            content: TestDocuments.DocxOf(
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d xmlns:w='w'><w:t>&x;</w:t></d>"));
        await PublishAsync(desk, file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await desk.Db.Set<MediaText>()
                .SingleAsync(text => text.MediaId == file.Id), Has.Property("Words").Empty);
            Assert.That((await desk.Do<SiteSearch>().FindAsync(culture, "nologin", null, 1, 10)).Items, Is.Empty);
        }
    }

    [Test]
    public async Task A_PDF_with_a_script_is_only_ever_a_download()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("form.pdf",
            content: TestDocuments.Pdf("A form", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"));

        using var answer = await desk.GetAsync(file, "original");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(
                answer.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(["sandbox; default-src 'none'"]));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        }
    }

    private static async Task<string> PublishAsync(MediaDesk desk, MediaFile? file, string title = "Мавод бо ҳуҷҷат")
    {
        var id = await SaveAsync(desk, file, title);
        Assert.That((await desk.PublishAsync(id, "tg")).Reasons, Is.Empty);
        return id;
    }

    private static async Task<string> SaveAsync(MediaDesk desk, MediaFile? file, string title) =>
        (await desk.Do<SaveDraft>()
            .CreateAsync(MediaDesk.Officer, desk.Do<Standards>()
                .Newest.Types.First(type => type.Behaviours.ArchivedByMonth), Draft(file, title, 0))).ItemId;

    private static ItemDraft Draft(MediaFile? file, string title, int basedOn)
    {
        var words = new FieldValues
        {
            [FieldNames.Title] = JsonValue.Create(title),
            [FieldNames.Summary] = JsonValue.Create("Муқаддима")
        };
        var shared = new FieldValues { [FieldNames.Files] = file is null ? null : MediaField.Of(file.Id) };
        return new ItemDraft(shared, new Dictionary<string, FieldValues> { ["tg"] = words }, basedOn);
    }

    private static async Task<IEnumerable<string>> FindAsync(MediaDesk desk, string words) =>
        (await desk.Do<SiteSearch>().FindAsync("tg", words, null, 1, 10)).Items.Select(row => row.ItemId);
}
