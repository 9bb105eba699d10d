using System.Diagnostics;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Platform.Storage.Sites;

/// <summary>Writers of one site wait at its gate, not on threads and connections that everybody needs.</summary>
public sealed class WriterGateTests
{
    [Test]
    public async Task A_tenants_queue_is_short_and_another_tenant_has_its_own()
    {
        var gate = new WriterGate(Options.Create(new StorageOptions()));
        using var inside = await gate.EnterAsync("a");
        var waiting = Enumerable.Range(0, WriterGate.QueueLength).Select(_ => gate.EnterAsync("a")).ToList();

        Assert.That(async () => await gate.EnterAsync("a"), Throws.TypeOf<SiteBusyException>());
        using var other = await gate.EnterAsync("b");
        inside.Dispose();
        foreach (var turn in waiting)
        {
            (await turn).Dispose();
        }

        using var next = await gate.EnterAsync("a");
    }

    [Test]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        var gate = new WriterGate(Options.Create(new StorageOptions()));
        using var inside = await gate.EnterAsync("a");
        using var closed = new CancellationTokenSource();
        var waiting = gate.EnterAsync("a", closed.Token);
        await closed.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        inside.Dispose();
        using var next = await gate.EnterAsync("a");
    }

    [Test, NonParallelizable]
    public async Task One_sites_locked_file_holds_no_other_page_back_and_loses_no_word()
    {
        if (TestDatabase.IsPostgres)
        {
            Assert.Ignore("On PostgreSQL no site has a file.");
        }

        const int Citizens = 120;
        await using var host = await SiteHost.StartAsync(replace: FeedbackHost.WithRoom, isRealTime: true);
        using var client = host.Client();
        var keys = new List<string>();
        for (var number = 0; number < Citizens; number++)
        {
            keys.Add(await client.KeyAsync());
        }

        await client.PageAsync($"/site/{SiteHost.OtherAgency}/tg/news?page=1");
        await using var holder = await HoldAsync(host);
        var answers = keys.Select(key => client.SendAsync(CitizenForm.Address, CitizenForm.Filled(("key", key))))
            .ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var slowest = await SlowestAsync(client, TimeSpan.FromSeconds(6));
        await holder.DisposeAsync();
        var pages = await Task.WhenAll(answers);

        TestContext.Out.WriteLine(
            $"slowest {slowest.TotalMilliseconds:0} ms; {pages.Count(page => page.Status == 200)} taken, {pages.Count(page => page.Status == 503)} refused");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(slowest, Is.LessThan(TimeSpan.FromSeconds(1)));
            Assert.That(pages.Select(page => page.Status), Is.All.EqualTo(200).Or.EqualTo(503));
            foreach (var page in pages.Where(page => page.Status == 503))
            {
                Assert.That(page.Response.Headers.RetryAfter, Is.Not.Null);
                Assert.That(
                    page.Document.QuerySelector("textarea[name=text]")?.TextContent, Does.Contain("доруи ройгон"));
            }
        }
    }

    private static async Task<SqliteConnection> HoldAsync(SiteHost host)
    {
        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<TimeSpan> SlowestAsync(HttpClient client, TimeSpan lasting)
    {
        var (all, slowest) = (Stopwatch.StartNew(), TimeSpan.Zero);
        for (var number = 0; all.Elapsed < lasting; number++)
        {
            foreach (var address in new[] { "/healthz/live",
                $"/site/{SiteHost.OtherAgency}/tg/news?page={number % 3 + 1}" })
            {
                var one = Stopwatch.StartNew();
                using var answer = await client.GetAsync(address);
                Assert.That((int)answer.StatusCode, Is.EqualTo(200).Or.EqualTo(404), address);
                slowest = one.Elapsed > slowest ? one.Elapsed : slowest;
            }

            await Task.Delay(20);
        }

        return slowest;
    }
}
