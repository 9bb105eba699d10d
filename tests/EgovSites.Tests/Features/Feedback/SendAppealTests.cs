using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

public class SendAppealTests
{
    [TestCase("tg", "Муроҷиат фиристода шуд", "5 декабри соли 2026")]
    [TestCase("ru", "Обращение отправлено", "5 декабря 2026 г.")]
    [TestCase("en", "Appeal submitted", "5 December 2026")]
    public async Task The_receipt_names_number_code_and_due_date_of_a_stored_appeal(
        string culture, string title, string due)
    {
        var host = await FeedbackHost.GetAsync();

        var page = await host.Client().SendAsync($"/site/{SiteHost.Agency}/{culture}/feedback", CitizenForm.Filled());

        var appeal = await host.AppealAsync(page.Receipt().Number);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("h1"), Is.EqualTo([title]));
            Assert.That(page.Receipt().Number, Does.Match("^FINANCE-2026-[0-9]{5}$"));
            Assert.That(page.Receipt().Code, Is.EqualTo(CheckCode.Shown(appeal.CheckCode)));
            Assert.That(page.All(".facts dd"), Does.Contain(due));
            Assert.That(page.Response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(page.Document.QuerySelector("[data-draft-sent]")!.GetAttribute("data-draft-sent"),
                Is.EqualTo("feedback-finance"));
            Assert.That((appeal.Culture, appeal.Phone, appeal.State, appeal.DueOn),
                Is.EqualTo((culture, "+992901234567", AppealState.Received, new DateOnly(2026, 12, 5))));
        }
    }

    [Test]
    public async Task A_form_sent_again_and_again_makes_one_appeal_with_one_receipt()
    {
        var host = await FeedbackHost.GetAsync();
        var fields = CitizenForm.Filled(("key", await host.Client().KeyAsync()), ("subject", "Ду бор"));

        var pages = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => host.Client().SendAsync(CitizenForm.Address, fields, ("a.pdf", CitizenForm.Pdf))));

        var appeals = await host.StoredAsync<Appeal>(row => row.Subject == "Ду бор");
        var files = await host.StoredAsync<AppealFile>(row => row.AppealId == appeals[0].Id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages.Select(page => page.Status), Is.All.EqualTo(200));
            Assert.That(pages.Select(page => page.Receipt())
                .Distinct(), Is.EqualTo([(appeals[0].Number, CheckCode.Shown(appeals[0].CheckCode))]));
            Assert.That(appeals, Has.Count.EqualTo(1));
            Assert.That(files, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Changed_words_in_a_form_that_was_sent_are_neither_lost_nor_sent_unasked()
    {
        var client = (await FeedbackHost.GetAsync()).Client();
        var key = await client.KeyAsync();
        var first = await client.SendAsync(CitizenForm.Address, CitizenForm.Filled(("key", key)));

        var changed =
            await client.SendAsync(CitizenForm.Address, CitizenForm.Filled(("key", key), ("text", "Матни дигар")));
        var newKey = changed.Document.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        var second =
            await client.SendAsync(CitizenForm.Address, CitizenForm.Filled(("key", newKey), ("text", "Матни дигар")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed.Status, Is.EqualTo(409));
            Assert.That(changed.All(".notice[role=alert] p").Single(), Does.Contain(first.Receipt().Number));
            Assert.That(changed.Document.QuerySelector("#text")!.TextContent, Is.EqualTo("Матни дигар"));
            Assert.That(second.Receipt().Number, Is.Not.EqualTo(first.Receipt().Number));
        }
    }

    [Test]
    public async Task Appeals_at_the_same_moment_get_numbers_without_twins_or_gaps()
    {
        await using var host = await SiteHost.StartAsync(replace: FeedbackHost.WithRoom);

        var sent = await Task.WhenAll(Enumerable.Range(0, 30)
            .Select(_ => host.Client().SendAsync(CitizenForm.Address, CitizenForm.Filled())));

        Assert.That(sent.Select(page => page.Receipt().Number),
            Is.EquivalentTo(Enumerable.Range(1, 30).Select(number => $"FINANCE-2026-{number:D5}")));
    }

    [Test]
    public async Task Each_tenant_and_year_counts_by_itself()
    {
        await using var host = await SiteHost.StartAsync();
        var client = host.Client();

        var first = await client.ReceiptAsync();
        var other = await client.ReceiptAsync($"/site/{SiteHost.OtherAgency}/tg/feedback");
        // New Year in Dushanbe, while it is still 2026 in London.
        host.Clock.Advance(new DateTimeOffset(2026, 12, 31, 19, 30, 0, TimeSpan.Zero) - FixedClock.Start);
        var next = await client.ReceiptAsync();

        Assert.That(new[] { first.Number, other.Number, next.Number },
            Is.EqualTo(["FINANCE-2026-00001", "VAHDAT-2026-00001", "FINANCE-2027-00001"]));
    }

    [Test]
    public async Task A_disk_that_takes_no_files_is_told_honestly_and_the_same_form_goes_through_later()
    {
        await using var host = await SiteHost.StartAsync();
        var client = host.Client();
        var blocked = Path.Combine(host.Services.GetRequiredService<SiteDatabases>()
            .FolderOf(host.Tenant(SiteHost.Agency).Id), "appeals");
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(blocked)!);
        await File.WriteAllTextAsync(blocked, "");
        var fields = CitizenForm.Filled(("key", await client.KeyAsync()));

        var refused = await client.SendAsync(CitizenForm.Address, fields, ("a.pdf", CitizenForm.Pdf));
        var afterFault = await host.StoredAsync<Appeal>(_ => true);
        File.Delete(blocked);
        var accepted = await client.SendAsync(CitizenForm.Address, fields, ("a.pdf", CitizenForm.Pdf));

        AssertHonest(refused);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(afterFault, Is.Empty);
            Assert.That(accepted.Receipt().Number, Is.EqualTo("FINANCE-2026-00001"));
        }
    }

    [Test]
    public async Task A_locked_database_is_told_honestly_and_leaves_no_file_behind()
    {
        Assume.That(TestDatabase.IsPostgres, Is.False, "PostgreSQL has no lock on the whole site.");
        await using var host = await SiteHost.StartAsync();
        var client = host.Client();
        var key = await client.KeyAsync();
        var sites = host.Services.GetRequiredService<SiteDatabases>();
        var tenant = host.Tenant(SiteHost.Agency);
        await using var other = new SqliteConnection($"Data Source={sites.FileOf(tenant.Id)};Pooling=false");
        await other.OpenAsync();
        await using (await other.BeginTransactionAsync())
        {
            var refused = await client.SendAsync(
                CitizenForm.Address, CitizenForm.Filled(("key", key)), ("a.pdf", CitizenForm.Pdf));

            AssertHonest(refused);
            Assert.That(System.IO.Directory.GetFiles(Path.Combine(sites.FolderOf(tenant.Id), "appeals")), Is.Empty);
        }

        var accepted =
            await client.SendAsync(CitizenForm.Address, CitizenForm.Filled(("key", key)), ("a.pdf", CitizenForm.Pdf));
        Assert.That(accepted.Receipt().Number, Is.EqualTo("FINANCE-2026-00001"));
    }

    private static void AssertHonest(Page refused)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(503));
            Assert.That(refused.Response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(refused.All(".notice[role=alert] p").Single(), Does.StartWith("Ҳоло ҳеҷ чиз фиристода нашуд"));
            Assert.That(refused.Document.QuerySelector("#text")!.TextContent.ReplaceLineEndings("\n"),
                Is.EqualTo(CitizenForm.Filled()["text"]));
            Assert.That(refused.All(".facts dd"), Is.Empty);
        }
    }
}
