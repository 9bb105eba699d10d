using System.Net;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host;

public class KillTests
{
    private const string NewItem = "/admin/sites/finance/content/new/News";

    [Test]
    public async Task What_was_acknowledged_before_the_process_was_killed_reaches_the_portal_after_the_next_start()
    {
        await using var database = new TestDatabase();
        await database.CreateAsync();
        var data = Directory.CreateTempSubdirectory("egov-kill-").FullName;
        await using var host = await HostProcess.StartAsync(data, database.ConnectionString, "finance");
        var acknowledged = new List<string>();
        using (var officer = await SignInAsync(host))
        {
            for (var round = 0; round < 3; round++)
            {
                acknowledged.AddRange(await PublishUntilKilledAsync(host, officer, round));
                await host.StartAsync();
            }
        }

        Assert.That(acknowledged, Has.Count.GreaterThanOrEqualTo(3));
        await ExpectOnPortalAsync(host, acknowledged);
        Directory.Delete(data, recursive: true);
    }

    // The kill falls between an answer and the next, where the hand-over of the last publication is under way.
    private static async Task<List<string>> PublishUntilKilledAsync(HostProcess host, HttpClient officer, int round)
    {
        var acknowledged = new List<string>();
        for (var number = 0; number <= round; number++)
        {
            var title = $"Пеш аз қатъи барқ {round}{number} {Guid.NewGuid().ToString("N")[..8]}";
            using var answer = await PostAsync(officer, NewItem, ("revision", "0"), ("tg.Title", title), ("tg.Summary", "Санҷиш"), ("tg.Body", "Матн"), ("verb", "publish:tg"));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            acknowledged.Add(title);
        }

        await host.KillAsync();
        return acknowledged;
    }

    private static async Task ExpectOnPortalAsync(HostProcess host, List<string> titles)
    {
        using var visitor = new HttpClient { BaseAddress = host.Address };
        var site = await visitor.GetStringAsync("/site/finance/tg/news");
        foreach (var title in titles)
        {
            Assert.That(site, Does.Contain(title));
            Assert.That(
                async () => Occurrences(await visitor.GetStringAsync("/tg/news?agency=finance"), title),
                Is.EqualTo(1).After(2000, 100), title);
        }
    }

    private static int Occurrences(string page, string title) => page.Split($">{title}<").Length - 1;

    private static async Task<HttpClient> SignInAsync(HostProcess host)
    {
        var link = host.Lines.Select(line => line.Split(' ').FirstOrDefault(word => word.Contains("/admin/invitation/", StringComparison.Ordinal))).First(word => word is not null)!;
        var officer = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using var entered = await PostAsync(officer, link, ("FullName", "Насаб Ном"), ("Language", "tg"), ("Password", "a long enough password"));
        Assert.That(entered.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return officer;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string form, params (string Name, string Value)[] fields)
    {
        var page = await client.PageAsync(form);
        var token = page.Document.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            body.Add(new StringContent(value), name);
        }

        return await client.PostAsync(form, body);
    }
}
