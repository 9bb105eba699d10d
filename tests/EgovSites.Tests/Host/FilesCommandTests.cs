using System.Diagnostics;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;

namespace EgovSites.Tests.Host;

public sealed class FilesCommandTests
{
    [Test]
    public async Task Files_of_a_disk_move_into_a_bucket_once()
    {
        await using var bucket = await S3Server.StartAsync();
        await using var host = await SiteHost.StartAsync(onDisk: true);
        await using var desk = new MediaDesk(host, SiteHost.Agency);
        var file = await desk.AddAsync();
        var files = file.WidthList.Count() * 2 + (file.Card.Length > 0 ? 3 : 1);

        var first = await RunAsync(host, bucket);
        var second = await RunAsync(host, bucket);
        bucket.IsDown = true;
        var third = await RunAsync(host, bucket);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Output, Does.Contain($"{SiteHost.Agency}: {files} put, 0 there already."));
            Assert.That(second.Output, Does.Contain($"{SiteHost.Agency}: 0 put, {files} there already."));
            Assert.That(
                bucket.Objects.Keys.Count(key => key.Contains(file.Id, StringComparison.Ordinal)), Is.EqualTo(files));
            Assert.That(third.Code, Is.EqualTo(1));
            Assert.That(third.Error, Does.Contain("Run it again"));
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(SiteHost host, S3Server bucket)
    {
        string[] database = host.Database.Length > 0 ? ["--database", host.Database] : [];
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "EgovSites.Host.dll"), "files", "keep", "--data", host.DataFolder,
                .. database])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in bucket.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
