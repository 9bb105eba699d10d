using System.Net;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Library;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Media;

/// <summary>A host whose files lie in a bucket, on a machine that may lose its disk.</summary>
public sealed class BucketTests
{
    private S3Server _bucket = null!;
    private SiteHost _host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _bucket = await S3Server.StartAsync();
        _host = await SiteHost.StartAsync(bucket: _bucket);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _bucket.DisposeAsync();
    }

    [Test]
    public async Task Another_machine_serves_weighs_crops_and_replaces_what_this_one_took()
    {
        await using var desk = new MediaDesk(_host, SiteHost.Agency);
        var file = await desk.AddAsync();
        LoseCopies(desk);

        var original = await desk.GetAsync(file, "original");
        var copies = await Task.WhenAll(file.WidthList.Select(width => desk.AskAsync(file, $"{width}.webp")));
        LoseCopies(desk);
        await desk.Do<DescribeMedia>()
            .RunAsync(
                MediaDesk.Officer, file.Id, new MediaWords(MediaDesk.Words, Trilingual.Empty, false, "", "", 0, 100));
        LoseCopies(desk);
        var crop = await desk.GetAsync(file, $"{(await desk.ReadAsync(file.Id)).Card}.webp");
        await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream(MediaDesk.Picture), "school.jpg");
        LoseCopies(desk);
        var back = await desk.Do<ReplaceMedia>().RestoreAsync(MediaDesk.Officer, file.Id, 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(original.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(copies.Select(copy => copy.StatusCode), Is.Not.Empty.And.All.EqualTo(HttpStatusCode.OK));
            Assert.That(copies.Select(copy => $"{copy.Content.Headers.ContentLength}"),
                Is.EqualTo(file.CopyBytes.Split(',')), "what was counted is what is sent");
            Assert.That(crop.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(back.Reasons, Is.Empty);
        }
    }

    [Test]
    public async Task While_the_bucket_is_away_pages_stand_and_nothing_is_acknowledged()
    {
        await using var desk = new MediaDesk(_host, SiteHost.Agency);
        var file = await desk.AddAsync();
        await desk.ShowAsync(file.Id);
        await _host.HandOverAsync();
        LoseCopies(desk);
        using var client = _host.Client();

        _bucket.IsDown = true;
        var page = await client.GetAsync($"/site/{SiteHost.Agency}/tg/news");
        var picture = await desk.GetAsync(file, "original");
        var (refused, problem) = await desk.TryAddAsync("other.jpg", MediaDesk.Picture);
        var appeal = await client.SendAsync(
            CitizenForm.Address, CitizenForm.Filled(("subject", "Бе анбор")), ("a.pdf", CitizenForm.Pdf));
        var sent = await desk.Db.Set<Appeal>().CountAsync(row => row.Subject == "Бе анбор");
        _bucket.IsDown = false;
        var later = await client.SendAsync(
            CitizenForm.Address, CitizenForm.Filled(("subject", "Бо анбор")), ("a.pdf", CitizenForm.Pdf));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(picture.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(picture.Headers.RetryAfter, Is.Not.Null);
            Assert.That(refused, Is.Null);
            Assert.That(problem!.Key, Is.EqualTo(MediaStore.StoreAway));
            Assert.That(appeal.Status, Is.EqualTo(503));
            Assert.That(appeal.Document.QuerySelector("#text")!.TextContent, Does.Contain("доруи ройгон"),
                "nothing typed is lost");
            Assert.That(sent, Is.Zero);
            Assert.That(Directory.GetDirectories(Path.Combine(TenantFolder(desk), "media")), Is.Empty);
            Assert.That(later.Receipt().Number, Is.Not.Empty);
            Assert.That(
                _bucket.Objects.Keys.Count(key => key.Contains("/appeals/", StringComparison.Ordinal)), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task An_upload_in_pieces_waits_for_the_bucket()
    {
        await using var desk = new MediaDesk(_host, SiteHost.Agency);
        var uploads = desk.Do<MediaUploads>();
        var upload = (await uploads.BeginAsync(MediaDesk.Officer, "a.csv", 4, "")).Upload!;
        await uploads.AppendAsync(upload, 0, new MemoryStream("a,b\n"u8.ToArray()));

        _bucket.IsDown = true;
        var early = await uploads.FinishAsync(MediaDesk.Officer, upload);
        _bucket.IsDown = false;
        var late = await uploads.FinishAsync(MediaDesk.Officer, upload);

        Assert.That(early.Problem!.Key, Is.EqualTo(MediaStore.StoreAway));
        Assert.That(late.File, Is.Not.Null);
    }

    // The database is no copy: only the folders of files go.
    private static void LoseCopies(MediaDesk desk)
    {
        var media = Path.Combine(TenantFolder(desk), "media");
        Directory.Delete(media, recursive: true);
        Directory.CreateDirectory(media);
    }

    private static string TenantFolder(MediaDesk desk) => desk.Do<SiteDatabases>().FolderOf(desk.Tenant.Id);
}
