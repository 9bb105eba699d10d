using System.Diagnostics;
using System.Net;
using System.Text;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host;

/// <summary>Who was being served when the host was told to stop is served to the end.</summary>
[NonParallelizable]
public sealed class DrainTests
{
    [Test]
    public async Task A_slow_appeal_that_had_begun_is_taken_before_the_process_ends()
    {
        await using var database = new TestDatabase();
        await database.CreateAsync();
        var data = Directory.CreateTempSubdirectory("egov-drain-").FullName;
        await using var host = await HostProcess.StartAsync(data, database.ConnectionString, SiteHost.Agency);
        using var client = new HttpClient { BaseAddress = host.Address };
        var fields = CitizenForm.Filled(("key", await client.KeyAsync()));
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value, Encoding.UTF8), name);
        }

        body.Add(new SlowContent(CitizenForm.Pdf, TimeSpan.FromSeconds(10)), "files", "санад.pdf");
        var sending = client.PostAsync(CitizenForm.Address, body);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        var code = host.TerminateAsync();
        var page = await Page.ReadAsync(await sending);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200), page.Text);
            Assert.That(page.Receipt().Number, Does.StartWith("FINANCE-"));
            Assert.That(await code, Is.Zero);
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(25)));
        }

        Directory.Delete(data, recursive: true);
    }

    /// <summary>A file that comes in a trickle.</summary>
    private sealed class SlowContent(byte[] bytes, TimeSpan lasting) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var one in bytes)
            {
                await stream.WriteAsync(new[] { one });
                await stream.FlushAsync();
                await Task.Delay(lasting / bytes.Length);
            }
        }

        protected override bool TryComputeLength(out long length) => (length = bytes.Length) > 0;
    }
}
