using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Feedback.Desk;

public class DeskPagesTests
{
    [Test]
    public async Task The_inbox_finds_by_number_and_by_words_without_Tajik_letters()
    {
        var host = await FeedbackHost.GetAsync();
        var officer = await OfficerClient.SignInAsync(host, Role.Officer);
        var sent = await host.Client()
            .SendAsync(CitizenForm.Address, CitizenForm.Filled(("subject", "Ҷӯйбори Ғафурзода")));

        var byWords = await officer.GetAsync(officer.Inbox + "?q=" + Uri.EscapeDataString("чуйбори гафурзода"));
        var byNumber = await officer.GetAsync(officer.Inbox + "?q=" + sent.Receipt().Number.ToLowerInvariant());
        var nothing = await officer.GetAsync(officer.Inbox + "?q=%25_%00&tab=nosuch&page=99999999");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(byWords.All("tbody th a"), Is.EqualTo(["Ҷӯйбори Ғафурзода"]));
            Assert.That(byNumber.All("tbody th a"), Is.EqualTo(["Ҷӯйбори Ғафурзода"]));
            Assert.That(nothing.Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task The_tabs_part_new_from_taken_late_and_answered()
    {
        await using var host = await SiteHost.StartAsync(replace: FeedbackHost.WithRoom);
        var officer = await OfficerClient.SignInAsync(host, Role.Officer);
        var ids = new List<string>();
        foreach (var subject in new[] { "Нав", "Гирифта", "Ҷавобдор" })
        {
            var sent = await host.Client().SendAsync(CitizenForm.Address, CitizenForm.Filled(("subject", subject)));
            ids.Add((await host.AppealAsync(sent.Receipt().Number)).Id);
        }

        await using var scope = host.ScopeOf(SiteHost.Agency);
        await Verbs.RunAsync(scope, AppealVerb.Take, ids[1], Verbs.Officer);
        await Verbs.RunAsync(scope, AppealVerb.Answer, ids[2], Verbs.Officer);
        var now = await ShownAsync(officer, "open", "new", "progress", "overdue", "answered", "declined");
        // The session has ended by then.
        host.Clock.Advance(TimeSpan.FromDays(16));
        officer = await OfficerClient.SignInAsync(host, Role.Officer);
        var late = await officer.GetAsync($"{officer.Inbox}?tab=overdue");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(now, Is.EqualTo(["Нав, Гирифта", "Нав", "Гирифта", "", "Ҷавобдор", ""]));
            Assert.That(late.All("tbody th a"), Is.EqualTo(["Нав", "Гирифта"]));
            Assert.That(late.All("tbody .tag.stop"), Is.All.EqualTo("Просрочено: 1 день"));
            Assert.That(late.All(".tabs .count"), Is.EqualTo(["2", "1", "1", "2", "1", "0"]));
        }
    }

    [Test]
    public async Task An_officer_takes_and_answers_and_the_citizen_reads_it()
    {
        var host = await FeedbackHost.GetAsync();
        var officer = await OfficerClient.SignInAsync(host, Role.Officer);
        var (number, code) = await host.Client().ReceiptAsync();
        var address = $"{officer.Inbox}/{(await host.AppealAsync(number)).Id}";

        var taken = await officer.PostAsync(address, $"{address}/decisions/take");
        var empty = await officer.PostAsync(address, $"{address}/decisions/answer", ("answer", " "));
        var markup = await officer.PostAsync(address, $"{address}/decisions/answer", ("answer", "Ҷавоб <b>муҳим</b>"));
        var answered = await officer.PostAsync(address, $"{address}/decisions/answer", ("answer", "Дору расид."));
        var twice = await officer.PostAsync(address, $"{address}/decisions/answer", ("answer", "Ҷавоби дуюм"));

        var read = await host.Client().StatusAsync(number, code);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((taken.Status, answered.Status), Is.EqualTo((302, 302)));
            Assert.That(empty.Status, Is.EqualTo(422));
            Assert.That(empty.Document.GetElementById("answer-error"), Is.Not.Null);
            Assert.That(
                markup.Document.QuerySelector("textarea#answer")!.TextContent, Is.EqualTo("Ҷавоб <b>муҳим</b>"));
            Assert.That(twice.Status, Is.EqualTo(422));
            Assert.That(twice.Document.QuerySelector("textarea#answer")!.TextContent, Is.EqualTo("Ҷавоби дуюм"));
            Assert.That(read.All(".prose p"), Is.EqualTo(["Дору расид."]));
        }
    }

    [Test]
    public async Task What_a_citizen_wrote_and_sent_runs_nowhere()
    {
        var host = await FeedbackHost.GetAsync();
        var officer = await OfficerClient.SignInAsync(host, Role.Officer);
        var page = await host.Client().SendAsync(CitizenForm.Address,
            CitizenForm.Filled(("text", "a < b && \"c\" {{7*7}} @(1+1) javascript:alert(1)")),
            ("дастур <x>.txt", "салом <script>alert(1)</script>"u8.ToArray()));
        var address = $"{officer.Inbox}/{(await host.AppealAsync(page.Receipt().Number)).Id}";

        var shown = await officer.GetAsync(address);
        var file = await officer.FileAsync(shown.Document.QuerySelector(".thread a[download]")!.GetAttribute("href")!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.All(".thread li p")[0], Is.EqualTo("a < b && \"c\" {{7*7}} @(1+1) javascript:alert(1)"));
            Assert.That(file.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/plain"));
            Assert.That(file.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(file.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("sandbox"));
            Assert.That(file.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(file.Headers.CacheControl!.NoStore, Is.True);
        }
    }

    [Test]
    public async Task Who_is_no_officer_sees_neither_inbox_nor_appeal_nor_file(
        [Values(Role.Author, Role.Editor, Role.Translator, Role.CentralAdministrator)] Role role)
    {
        var host = await FeedbackHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, role);
        var (number, _) = await host.Client().ReceiptAsync(files: [("a.pdf", CitizenForm.Pdf)]);
        var appeal = await host.AppealAsync(number);
        var file = (await host.StoredAsync<AppealFile>(row => row.AppealId == appeal.Id)).Single().Id;
        var inbox = $"/admin/sites/{SiteHost.Agency}/appeals";

        var statuses = new List<int>();
        foreach (var address in new[] { inbox, $"{inbox}/{appeal.Id}", $"{inbox}/{appeal.Id}/files/{file}" })
        {
            statuses.Add((await desk.GetAsync(address)).Status);
        }

        foreach (var verb in new[] { "notes", "decisions/register", "decisions/take", "decisions/answer",
            "decisions/decline" })
        {
            statuses.Add(
                (await desk.PostAsync("/admin/profile", $"{inbox}/{appeal.Id}/{verb}", ("answer", "x"), ("reason", "x"),
                    ("note", "x"))).Status);
        }

        Assert.That(statuses, Is.All.EqualTo(403));
        Assert.That((await host.AppealAsync(number)).State, Is.EqualTo(AppealState.Received));
    }

    [Test]
    public async Task An_officer_opens_the_inbox_first_and_nothing_of_the_content()
    {
        var host = await FeedbackHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Officer);

        var led = await desk.GetAsync("/admin");
        var menu = (await desk.GetAsync($"/admin/sites/{SiteHost.Agency}/appeals")).Document
            .QuerySelectorAll(".side-nav a").Select(link => link.GetAttribute("href")!)
            .Where(href => href.Contains("/sites/", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                led.Response.Headers.Location?.ToString(), Is.EqualTo($"/admin/sites/{SiteHost.Agency}/appeals"));
            Assert.That(menu, Is.EqualTo([$"/admin/sites/{SiteHost.Agency}/appeals"]));
        }
    }

    [Test]
    public async Task Reading_an_appeal_and_its_file_is_noted_once_a_day_for_each_person()
    {
        var host = await FeedbackHost.GetAsync();
        using var first = await DeskClient.SignInAsync(host, Role.Officer);
        using var second = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        var (number, _) = await host.Client().ReceiptAsync(files: [("a.pdf", CitizenForm.Pdf)]);
        var id = (await host.AppealAsync(number)).Id;
        var address = $"/admin/sites/{SiteHost.Agency}/appeals/{id}";
        var file = (await host.StoredAsync<AppealFile>(row => row.AppealId == id)).Single().Id;

        foreach (var desk in new[] { first, first, second })
        {
            await desk.GetAsync(address);
            await desk.GetAsync($"{address}/files/{file}");
        }

        var lines = await host.StoredAsync<AuditEntry>(row => row.Subject == number);
        Assert.That(lines.Select(line => line.Verb)
            .Order(StringComparer.Ordinal), Is.EqualTo(["appealFile", "appealFile", "appealRead", "appealRead"]));
        Assert.That(lines.Select(line => line.EditorId).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Another_tenants_appeal_and_files_are_404_at_every_address()
    {
        var host = await FeedbackHost.GetAsync();
        var stranger = await OfficerClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        var (number, _) = await host.Client().ReceiptAsync(files: [("a.pdf", CitizenForm.Pdf)]);
        var appeal = await host.AppealAsync(number);
        var file = (await host.StoredAsync<AppealFile>(row => row.AppealId == appeal.Id)).Single().Id;

        var statuses = new Dictionary<string, int>();
        foreach (var inbox in new[] { stranger.Inbox, $"/admin/sites/{SiteHost.Agency}/appeals" })
        {
            statuses[inbox + " file"] = (int)(await stranger.FileAsync($"{inbox}/{appeal.Id}/files/{file}")).StatusCode;
            statuses[inbox] = (await stranger.GetAsync($"{inbox}/{appeal.Id}")).Status;
            foreach (var verb in new[] { "notes", "decisions/register", "decisions/take", "decisions/answer",
                "decisions/decline" })
            {
                statuses[$"{inbox} {verb}"] = (await stranger.PostAsync(stranger.Inbox, $"{inbox}/{appeal.Id}/{verb}",
                    ("answer", "x"), ("reason", "x"), ("note", "x"))).Status;
            }
        }

        Assert.That(statuses.Where(pair => pair.Value != 404), Is.Empty);
        Assert.That((await host.AppealAsync(number)).State, Is.EqualTo(AppealState.Received));
    }

    [Test]
    public async Task Without_sign_in_there_is_no_inbox_and_without_a_token_no_change()
    {
        var host = await FeedbackHost.GetAsync();
        var officer = await OfficerClient.SignInAsync(host, Role.Officer);
        var (number, _) = await host.Client().ReceiptAsync();
        var address = $"{officer.Inbox}/{(await host.AppealAsync(number)).Id}";

        var anonymous = await host.Client().PageAsync(address);
        var forged = await officer.PostAsync("/healthz/live", $"{address}/decisions/answer", ("answer", "x"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(anonymous.Status, Is.EqualTo(302));
            Assert.That(forged.Status, Is.EqualTo(400));
            Assert.That((await host.AppealAsync(number)).State, Is.EqualTo(AppealState.Received));
        }
    }

    private static async Task<List<string>> ShownAsync(OfficerClient officer, params string[] tabs)
    {
        var shown = new List<string>();
        foreach (var tab in tabs)
        {
            shown.Add(string.Join(", ", (await officer.GetAsync($"{officer.Inbox}?tab={tab}")).All("tbody th a")));
        }

        return shown;
    }
}
