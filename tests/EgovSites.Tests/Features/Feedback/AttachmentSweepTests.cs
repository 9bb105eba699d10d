using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Attachments;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

public class AttachmentSweepTests
{
    [Test]
    public async Task A_file_that_no_appeal_names_is_removed_after_a_day_and_no_other()
    {
        await using var host = await SiteHost.StartAsync(replace: FeedbackHost.WithRoom);
        var tenant = host.Tenant(SiteHost.Agency);
        await host.Client().ReceiptAsync(files: [("a.pdf", CitizenForm.Pdf)]);
        var own = (await host.StoredAsync<AppealFile>(_ => true)).Single().Id;
        var folder = Path.Combine(host.Services.GetRequiredService<SiteDatabases>().FolderOf(tenant.Id), "appeals");
        var (old, part, young) = (Path.Combine(folder, Ids.New()), Path.Combine(folder, $"{Ids.New()}.part"),
            Path.Combine(folder, Ids.New()));
        foreach (var path in new[] { old, part, young })
        {
            await File.WriteAllTextAsync(path, "x");
        }

        foreach (var path in new[] { old, part, Path.Combine(folder, own) })
        {
            File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddDays(-3));
        }

        var count = await host.Services.GetRequiredService<AttachmentSweep>().SweepAsync(tenant);

        Assert.That(count, Is.EqualTo(2));
        Assert.That(System.IO.Directory.GetFiles(folder)
            .Select(Path.GetFileName), Is.EquivalentTo([own, Path.GetFileName(young)]));
    }
}
