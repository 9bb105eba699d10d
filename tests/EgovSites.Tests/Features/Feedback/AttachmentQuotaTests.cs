using EgovSites.Features.Feedback;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Attachments;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

public class AttachmentQuotaTests
{
    [Test]
    public async Task When_the_room_for_files_is_full_the_words_are_taken_and_whoever_watches_is_told_before()
    {
        await using var host = await SiteHost.StartAsync(replace: services =>
        {
            FeedbackHost.WithRoom(services);
            services.Configure<FeedbackOptions>(options => options.MegabytesPerTenant = 1);
        });
        using var client = host.Client();
        var large = Padded(900 << 10);

        var before = await ReadyAsync(client);
        await client.ReceiptAsync(files: [("a.pdf", large)]);
        var nearly = await ReadyAsync(client);
        var refused = await client.SendAsync(
            CitizenForm.Address, CitizenForm.Filled(("key", await client.KeyAsync())), ("b.pdf", large));
        var other = await client.ReceiptAsync($"/site/{SiteHost.OtherAgency}/tg/feedback", ("c.pdf", large));
        var words = await client.ReceiptAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Does.Not.Contain("appeals"));
            Assert.That(nearly, Does.Contain($"room for the files of appeals: {SiteHost.Agency} 87 %"));
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(refused.Text, Does.Contain("Ҳоло файл қабул карда намешавад"));
            Assert.That((other.Number, words.Number), Is.EqualTo(("VAHDAT-2026-00001", "FINANCE-2026-00002")));
            Assert.That(await host.StoredAsync<AppealFile>(_ => true), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task The_daily_round_finds_what_is_used_after_a_restart()
    {
        await using var host = await SiteHost.StartAsync(replace: FeedbackHost.WithRoom);
        await host.Client().ReceiptAsync(files: [("a.pdf", Padded(900 << 10))]);

        await host.RestartAsync(
            services => services.Configure<FeedbackOptions>(options => options.MegabytesPerTenant = 1));
        var quota = host.Services.GetRequiredService<AttachmentQuota>();
        await quota.LookAsync(host.Tenant(SiteHost.Agency));
        await quota.LookAsync(host.Tenant(SiteHost.OtherAgency));

        Assert.That(
            quota.Filling.Select(one => (one.Tenant.Slug, one.Percent)), Is.EqualTo(new[] { (SiteHost.Agency, 87) }));
    }

    // Just started on a busy machine, the host may not be ready yet; what it says of itself is all the same.
    private static async Task<string> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/healthz/ready");
        return await answer.Content.ReadAsStringAsync();
    }

    private static byte[] Padded(int length)
    {
        var file = new byte[length];
        CitizenForm.Pdf.CopyTo(file, 0);
        Array.Fill(file, (byte)' ', CitizenForm.Pdf.Length, length - CitizenForm.Pdf.Length);
        return file;
    }
}
