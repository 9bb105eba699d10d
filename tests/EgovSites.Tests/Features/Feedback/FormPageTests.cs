using System.Text;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;

namespace EgovSites.Tests.Features.Feedback;

public class FormPageTests
{
    [TestCase("tg", "Навиштани муроҷиат", "Шикоят")]
    [TestCase("ru", "Написать обращение", "Жалоба")]
    [TestCase("en", "Write an appeal", "Complaint")]
    public async Task The_form_stands_in_three_languages_on_agencies_and_on_the_portal(
        string culture, string title, string kind)
    {
        var host = await FeedbackHost.GetAsync();

        var pages = new[] { await host.Client()
            .PageAsync($"/site/{SiteHost.Agency}/{culture}/feedback"), await host.Client()
            .PageAsync($"/{culture}/feedback") };

        foreach (var page in pages)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(page.Status, Is.EqualTo(200));
                Assert.That(page.All("h1"), Is.EqualTo([title]));
                Assert.That(page.All(".choice"), Has.Some.StartsWith(kind));
                Assert.That(page.Response.Headers.CacheControl!.NoStore, Is.True);
                Assert.That(page.Response.Headers.Contains("Set-Cookie"), Is.False);
                Assert.That(page.Document.QuerySelectorAll("[style], [onclick], main script"), Is.Empty);
            }
        }
    }

    [Test]
    public async Task Every_shown_form_has_a_key_of_its_own()
    {
        var client = (await FeedbackHost.GetAsync()).Client();

        var keys = new[] { await client.KeyAsync(), await client.KeyAsync() };

        Assert.That(keys, Is.Unique);
    }

    [TestCase("name", "")]
    [TestCase("address", " ")]
    [TestCase("subject", "")]
    [TestCase("text", "\u200B")]
    [TestCase("kind", "bribe")]
    [TestCase("topic", "nosuch")]
    [TestCase("phone", "+992 90 12")]
    [TestCase("email", "zebo@")]
    public async Task What_cannot_be_accepted_is_said_at_the_field_and_everything_typed_stays(
        string field, string typed)
    {
        var host = await FeedbackHost.GetAsync();

        var page = await host.Client()
            .SendAsync(CitizenForm.Address,
                CitizenForm.Filled((field, typed), ("subject", field == "subject" ? typed : "Матни нигоҳдошта")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.Document.Title, Does.StartWith("Хато: "));
            Assert.That(page.Document.QuerySelector($".notice[role=alert] a[href='#{field}']"), Is.Not.Null);
            Assert.That(page.Document.GetElementById(field), Is.Not.Null);
            Assert.That(page.Document.GetElementById($"{field}-error")?.TextContent, Does.StartWith("Хато: "));
            Assert.That(page.Document.QuerySelector("#address")!.GetAttribute("value"), field == "address"
                ? Is.EqualTo(typed) : Is.EqualTo("Ноҳияи Рашт, деҳаи Навобод"));
            Assert.That(page.Document.QuerySelector("input[value=complaint]")!.HasAttribute("checked"),
                Is.EqualTo(field != "kind"));
            Assert.That(page.Document.QuerySelector("main script, main img"), Is.Null);
        }
    }

    [TestCase("subject", "Дору\0нест", "Дору нест")]
    [TestCase("subject", "SMSҳо ва PDFро", "SMSҳо ва PDFро")]
    [TestCase("text", "Mактаб x<y ва y>z, <script>alert(1)</script>", "Mактаб x<y ва y>z, <script>alert(1)</script>")]
    [TestCase("name", "<ivan>", "<ivan>")]
    [TestCase("phone", "+7 916 123 45 67", "+79161234567")]
    [TestCase("email", "o'neil&sons@namuna.tj", "o'neil&sons@namuna.tj")]
    public async Task Honest_words_are_stored(string field, string typed, string stored)
    {
        var host = await FeedbackHost.GetAsync();

        var page = await host.Client().SendAsync(CitizenForm.Address, CitizenForm.Filled((field, typed)));

        var appeal = await host.AppealAsync(page.Receipt().Number);
        Assert.That(
            new[] { appeal.Subject, appeal.Text, appeal.Name, appeal.Phone, appeal.Email }, Has.Some.EqualTo(stored));
    }

    [Test]
    public async Task A_text_that_is_too_long_comes_back_whole()
    {
        var host = await FeedbackHost.GetAsync();
        var text = new string('ҷ', 9000);

        var page = await host.Client().SendAsync(CitizenForm.Address, CitizenForm.Filled(("text", text)));

        Assert.That(page.Document.QuerySelector("#text")!.TextContent, Is.EqualTo(text));
    }

    [Test]
    public async Task Without_consent_nothing_is_stored()
    {
        var host = await FeedbackHost.GetAsync();
        var fields = CitizenForm.Filled(("subject", "Бе розигӣ"));
        fields.Remove("consent");

        var page = await host.Client().SendAsync(CitizenForm.Address, fields);

        Assert.That(page.Document.GetElementById("consent-error"), Is.Not.Null);
        Assert.That(await host.StoredAsync<Appeal>(row => row.Subject == "Бе розигӣ"), Is.Empty);
    }

    [Test]
    public async Task A_filled_trap_is_refused_in_words_and_the_next_press_goes_through()
    {
        var host = await FeedbackHost.GetAsync();

        var trapped = await host.Client()
            .SendAsync(CitizenForm.Address, CitizenForm.Filled(("website", "http://spam"), ("subject", "Дом")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trapped.Status, Is.EqualTo(422));
            Assert.That(trapped.Document.QuerySelector("[name=website]")!.GetAttribute("value"), Is.Null);
            Assert.That(trapped.Document.QuerySelector("#subject")!.GetAttribute("value"), Is.EqualTo("Дом"));
            Assert.That(await host.StoredAsync<Appeal>(row => row.Subject == "Дом"), Is.Empty);
        }
    }

    [TestCase("Sec-Fetch-Site", "cross-site", 403)]
    [TestCase("Sec-Fetch-Site", "same-site", 403)]
    [TestCase("Origin", "http://evil.tj", 403)]
    [TestCase("Origin", "null", 403)]
    [TestCase("Sec-Fetch-Site", "same-origin", 422)]
    public async Task Only_the_sites_own_pages_may_send_the_form(string header, string value, int status)
    {
        var client = (await FeedbackHost.GetAsync()).Client();
        client.DefaultRequestHeaders.Add(header, value);

        var form = await client.SendAsync(CitizenForm.Address, CitizenForm.Filled(("name", "")));
        var tracking = await client.StatusAsync("FINANCE-2026-00001", "000000");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(form.Status, Is.EqualTo(status));
            Assert.That(tracking.Status, Is.EqualTo(status));
        }
    }

    [Test]
    public async Task After_thirty_appeals_from_one_network_the_next_waits_with_its_text_on_every_site()
    {
        await using var host = await SiteHost.StartAsync();
        var client = host.Client();
        for (var count = 0; count < 30; count++)
        {
            await client.ReceiptAsync();
        }

        var next = await client.SendAsync(CitizenForm.Address, CitizenForm.Filled(("subject", "Навбатӣ")));
        var elsewhere = await client.SendAsync($"/site/{SiteHost.OtherAgency}/tg/feedback", CitizenForm.Filled());
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var later = await client.SendAsync(CitizenForm.Address, CitizenForm.Filled());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(next.Status, Is.EqualTo(429));
            Assert.That(next.Response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromMinutes(10)));
            Assert.That(next.Document.QuerySelector("#subject")!.GetAttribute("value"), Is.EqualTo("Навбатӣ"));
            Assert.That(elsewhere.Status, Is.EqualTo(429));
            Assert.That(later.Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Files_are_judged_by_their_content_and_lie_under_generated_names()
    {
        var host = await FeedbackHost.GetAsync();

        var (number, _) = await host.Client()
            .ReceiptAsync(files: [("../../эзоҳ.exe", CitizenForm.Pdf), ("нома", "<3 Душанбе"u8.ToArray())]);

        var appeal = await host.AppealAsync(number);
        var files = await host.StoredAsync<AppealFile>(row => row.AppealId == appeal.Id);
        var folder = Path.Combine(host.DataFolder, "tenants", appeal.TenantId, "appeals");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(files.Select(file => file.Name), Is.EquivalentTo(["эзоҳ.pdf", "нома.txt"]));
            Assert.That(files.Select(file => file.ContentType),
                Is.EquivalentTo(["application/pdf", "text/plain; charset=utf-8"]));
            Assert.That(files.Select(file => Path.Combine(folder, file.Id)), Has.All.Exist);
            Assert.That(System.IO.Directory.GetFiles(folder, "*.part"), Is.Empty);
        }
    }

    [TestCase("MZ\u0090\0", "файл.pdf")]
    [TestCase("<html><p>x", "саҳифа.txt")]
    [TestCase("{\\rtf1 x}", "нома.rtf")]
    [TestCase("\0\0\0\u0018ftypheic\0\0\0\0", "сурат.heic")]
    [TestCase("", "холӣ.txt")]
    public async Task A_file_of_another_kind_is_refused_by_name_and_the_text_stays(string body, string name)
    {
        var host = await FeedbackHost.GetAsync();

        var page = await host.Client()
            .SendAsync(CitizenForm.Address, CitizenForm.Filled(("subject", "Бо файли бегона")),
                (name, Encoding.Latin1.GetBytes(body)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.Document.GetElementById("files-error")!.TextContent, Does.Contain(name));
            Assert.That(page.Document.QuerySelector("#subject")!.GetAttribute("value"), Is.EqualTo("Бо файли бегона"));
            Assert.That(await host.StoredAsync<Appeal>(row => row.Subject == "Бо файли бегона"), Is.Empty);
        }
    }

    [Test]
    public async Task Every_refused_file_is_named_with_its_reason_and_the_good_ones_too()
    {
        var host = await FeedbackHost.GetAsync();

        var page = await host.Client().SendAsync(CitizenForm.Address, CitizenForm.Filled(),
            ("IMG_1.HEIC", "\0\0\0\u0018ftypheic\0\0\0\0"u8.ToArray()), ("эзоҳ.pdf", CitizenForm.Pdf),
            ("нома.rtf", "{\\rtf1 x}"u8.ToArray()), ("расм.txt", "салом"u8.ToArray()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Document.GetElementById("files-error")!.TextContent, Does.Contain("IMG_1.HEIC")
                .And.Contains("JPEG").And.Contains("нома.rtf").And.Contains("DOCX"));
            Assert.That(string.Join('\n', page.All(".field .error")), Does.Contain("эзоҳ.pdf, расм.txt"));
        }
    }

    [Test]
    public async Task A_PDF_behind_a_mark_and_a_text_in_an_old_writing_are_taken_as_what_they_are_and_kept_to_the_byte()
    {
        var host = await FeedbackHost.GetAsync();
        var (pdf, table) = (TestCases.Read("bom-ascii.pdf"), TestCases.Read("windows-1251.csv"));

        var (number, _) = await host.Client().ReceiptAsync(files: [("амр.pdf", pdf), ("ҷадвал.csv", table)]);

        var appeal = await host.AppealAsync(number);
        var files = await host.StoredAsync<AppealFile>(row => row.AppealId == appeal.Id);
        var folder = Path.Combine(host.DataFolder, "tenants", appeal.TenantId, "appeals");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(files.Select(file => file.ContentType),
                Is.EquivalentTo(["application/pdf", "text/csv; charset=windows-1251"]));
            Assert.That(
                files.Select(file => File.ReadAllBytes(Path.Combine(folder, file.Id))), Is.EquivalentTo([pdf, table]));
        }
    }

    [TestCase(6, 100)]
    [TestCase(1, (10 << 20) + 1)]
    [TestCase(3, 8 << 20)]
    public async Task Too_many_or_too_big_files_are_refused_in_words(int count, int bytes)
    {
        var host = await FeedbackHost.GetAsync();
        var files = Enumerable.Range(0, count)
            .Select(index => ($"{index}.txt", Encoding.ASCII.GetBytes(new string('a', bytes)))).ToArray();

        var page = await host.Client().SendAsync(CitizenForm.Address, CitizenForm.Filled(), files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.Document.GetElementById("files-error"), Is.Not.Null);
        }
    }

    [Test]
    public async Task A_damaged_form_is_answered_with_an_empty_one()
    {
        var host = await FeedbackHost.GetAsync();
        using var content = new StringContent("--x\r\nnonsense");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        var page = await Page.ReadAsync(await host.Client().PostAsync(CitizenForm.Address, content));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(400).Or.EqualTo(422));
            Assert.That(page.All("form[enctype] button"), Is.EqualTo(["Фиристодани муроҷиат"]));
        }
    }

    private const string Multipart = "multipart/form-data; boundary=x";

    private const string Part = "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n";

    [TestCase("application/x-www-form-urlencoded; charset=utf-7", "a=b", 415)]
    [TestCase("application/x-www-form-urlencoded; charset=nosuch", "a=b", 415)]
    [TestCase(Multipart, Part + "\r\n", 400)]
    [TestCase(Multipart, Part + "Content-Type: text/plain; charset=utf-7\r\n\r\nx\r\n--x--\r\n", 400)]
    public async Task A_body_that_nobody_can_read_is_the_senders_and_no_alarm(string type, string body, int status)
    {
        var host = await FeedbackHost.GetAsync();
        foreach (var address in new[] { "feedback", "feedback/status", "preview/x" })
        {
            using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await host.Client().PostAsync($"/site/{SiteHost.Agency}/tg/{address}", content);
            Assert.That((int)answer.StatusCode, Is.EqualTo(status), address);
        }
    }
}
