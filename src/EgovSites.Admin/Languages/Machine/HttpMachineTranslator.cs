using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EgovSites.Admin.Languages.Machine;

/// <summary>
/// Asks a translator over HTTP. It follows no redirects, so the texts go to the configured address and nowhere else.
/// </summary>
public sealed class HttpMachineTranslator : IMachineTranslator, IDisposable
{
    private const int MostAnswerBytes = 4 << 20;

    private readonly TranslationOptions _options;
    private readonly ILogger<HttpMachineTranslator> _log;
    private readonly HttpClient _client;

    private sealed record Question(string From, string To, IReadOnlyList<string> Texts);

    private sealed record Answer(IReadOnlyList<string?>? Texts);

    public HttpMachineTranslator(IOptions<TranslationOptions> options, ILogger<HttpMachineTranslator> log)
    {
        (_options, _log) = (options.Value, log);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = TimeSpan.FromSeconds(_options.TimeoutSeconds),
            MaxResponseContentBufferSize = MostAnswerBytes,
        };
    }

    public bool IsOpen => true;

    public async Task<MachineAnswer> TranslateAsync(
        string from, string to, IReadOnlyList<string> texts, CancellationToken cancellation = default)
    {
        if (texts.Sum(text => text.Length) > _options.MostLetters)
        {
            return MachineAnswer.Refused("machine.tooLong");
        }

        try
        {
            return await AskAsync(new Question(from, to, texts), cancellation)
                ?? MachineAnswer.Refused("machine.failed");
        }
        catch (Exception error)
            when (error is HttpRequestException or JsonException or IOException or NotSupportedException
            || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            _log.LogWarning(error, "The machine translator gave no answer");
            return MachineAnswer.Refused("machine.failed");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<MachineAnswer?> AskAsync(Question question, CancellationToken cancellation)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, _options.Address) { Content = JsonContent.Create(question) };
        if (_options.KeyFile.Length > 0)
        {
            // Read each time: a changed key counts without a restart.
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Bearer", (await File.ReadAllTextAsync(_options.KeyFile, cancellation)).Trim());
        }

        using var response = await _client.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            _log.LogWarning("The machine translator answered {Status}", (int)response.StatusCode);
            return null;
        }

        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellation);
        return answer?.Texts is { } texts && texts.Count == question.Texts.Count && !texts.Contains(null)
            ? new MachineAnswer([.. texts.OfType<string>()]) : null;
    }
}
