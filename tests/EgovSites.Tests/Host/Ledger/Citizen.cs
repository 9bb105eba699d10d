using System.Security.Cryptography;
using System.Text;
using EgovSites.Tests.Features.Feedback;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Host.Ledger;

/// <summary>
/// Sends appeals without a pause, every other one with a file; of those not answered, half are sent again.
/// </summary>
internal sealed class Citizen(Uri address, Ledger ledger, string site, int number)
{
    public const string Kind = "appeal";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private string Form => $"/site/{site}/tg/feedback";

    public async Task RunAsync(CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            await SendOneAsync(client, turn, stop);
        }
    }

    private async Task SendOneAsync(HttpClient client, int turn, CancellationToken stop)
    {
        if (await KeyAsync(client) is not { } key)
        {
            await Task.Delay(Pause, CancellationToken.None);
            return;
        }

        var words = ledger.Send($"Дафтар {number}-{turn}");
        var file = turn % 2 == 0 ? Encoding.UTF8.GetBytes("%PDF-1.4 " + words) : null;
        // Who sends again may be answered with the number of the first time, and with that alone.
        while (!await TrySendAsync(client, key, words, file) && (number + turn) % 2 == 0
            && !stop.IsCancellationRequested)
        {
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task<string?> KeyAsync(HttpClient client)
    {
        try
        {
            var page = await client.PageAsync(Form);
            return page.Document.QuerySelector("input[name=key]")?.GetAttribute("value");
        }
        catch (Exception error) when (IsBroken(error))
        {
            return null;
        }
    }

    private async Task<bool> TrySendAsync(HttpClient client, string key, string words, byte[]? file)
    {
        try
        {
            var page = await client.SendAsync(Form, CitizenForm.Filled(("key", key), ("subject", words)), file is null
                ? [] : [("санад.pdf", file)]);
            if (page.Status == 200)
            {
                ledger.Acknowledge(Kind, site, words, page.Receipt().Number, file is null ? ""
                    : Convert.ToHexStringLower(SHA256.HashData(file)));
                return true;
            }

            Judge(page, words);
        }
        catch (Exception error) when (IsBroken(error))
        {
            ledger.Refuse();
        }

        return false;
    }

    private void Judge(Page page, string words)
    {
        ledger.Refuse();
        if (page.Status != 503)
        {
            ledger.Wonder($"{page.Status} for “{words}”: {page.Text[..Math.Min(200, page.Text.Length)]}");
        }
    }

    internal static bool IsBroken(Exception error) =>
        error is HttpRequestException or IOException or OperationCanceledException;
}
