using System.Net;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host.Ledger;

/// <summary>An editor who publishes one item after another.</summary>
internal sealed class PressDesk(HttpClient officer, Ledger ledger, string site) : IDisposable
{
    public const string Kind = "publication";

    private string NewItem => $"/admin/sites/{site}/content/new/News";

    /// <summary>Signs the first administrator in by the link that the host handed out.</summary>
    public static async Task<PressDesk> SignInAsync(HostProcess host, Ledger ledger, string site)
    {
        var link = (await File.ReadAllTextAsync(Path.Combine(host.DataFolder, "first-sign-in.txt"))).Trim();
        var officer = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = host.Address,
            Timeout = TimeSpan.FromSeconds(30)
        };
        using var entered = await PostAsync(
            officer, link, ("FullName", "Насаб Ном"), ("Language", "tg"), ("Password", "a long enough password"));
        Assert.That(entered.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return new PressDesk(officer, ledger, site);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            await TryPublishAsync(ledger.Send($"Хабар {turn}"));
        }
    }

    public void Dispose() => officer.Dispose();

    private async Task TryPublishAsync(string title)
    {
        try
        {
            using var answer = await PostAsync(officer, NewItem, ("revision", "0"), ("tg.Title", title),
                ("tg.Summary", "Санҷиш"), ("tg.Body", "Матн"), ("verb", "publish:tg"));
            if (answer.StatusCode == HttpStatusCode.Redirect
                && answer.Headers.Location!.ToString().Contains("/content/", StringComparison.Ordinal))
            {
                ledger.Acknowledge(Kind, site, title);
                return;
            }

            ledger.Refuse();
        }
        catch (Exception error) when (Citizen.IsBroken(error))
        {
            ledger.Refuse();
        }

        await Task.Delay(TimeSpan.FromMilliseconds(150));
    }

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string form, params (string Name, string Value)[] fields)
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
