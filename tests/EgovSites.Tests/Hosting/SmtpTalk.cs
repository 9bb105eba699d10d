using System.Net.Security;
using System.Text;

namespace EgovSites.Tests.Hosting;

/// <summary>One connection to the tests' mail server.</summary>
internal sealed class SmtpTalk(SmtpServer server, Stream connection) : IAsyncDisposable
{
    private readonly List<string> _recipients = [];
    private Stream _stream = connection;
    private StreamReader _reader = null!;
    private bool _isEncrypted;
    private bool _isLetIn = server.Login is null;

    public async Task RunAsync()
    {
        if (server.IsTlsFirst)
        {
            await EncryptAsync();
        }

        Listen();
        await SayAsync("220 test");
        while (await _reader.ReadLineAsync() is { } line)
        {
            server.Hear(line);
            var refusal = server.Refuse(line);
            if (refusal == "" || (refusal is null && !await AnswerAsync(line)))
            {
                return;
            }

            if (refusal is not null)
            {
                await SayAsync(refusal);
            }
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    // False at the end of the talk.
    private async Task<bool> AnswerAsync(string line)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync(string.Join("\r\n", Abilities().Prepend("test").Select(word => "250-" + word))
                    + "\r\n250 HELP");
                return true;
            case "STARTTLS":
                await SayAsync("220 go on");
                await EncryptAsync();
                Listen();
                return true;
            case "AUTH":
                _isLetIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Trim('\0')
                    .Replace('\0', ' ') == server.Login;
                await SayAsync(_isLetIn ? "235 come in" : "535 no");
                return true;
            case "MAIL":
                _recipients.Clear();
                await SayAsync(_isLetIn ? "250 ok" : "530 who are you?");
                return true;
            case "RCPT":
                _recipients.Add(
                    line[(line.IndexOf('<', StringComparison.Ordinal)
                        + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                await SayAsync("250 ok");
                return true;
            case "DATA":
                await SayAsync("354 go on");
                await TakeAsync();
                return true;
            case "QUIT":
                await SayAsync("221 bye");
                return false;
            default:
                await SayAsync("500 what?");
                return true;
        }
    }

    private IEnumerable<string> Abilities()
    {
        var tls = server.Certificate is not null && !_isEncrypted ? new[] { "STARTTLS" } : [];
        return [.. server.Abilities, .. tls, .. server.Login is null ? Array.Empty<string>() : ["AUTH PLAIN"]];
    }

    private async Task TakeAsync()
    {
        var text = new StringBuilder();
        while (await _reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (server.Refuse(".") is { } refusal)
        {
            await SayAsync(refusal);
            return;
        }

        server.Take(SmtpMessage.Read([.. _recipients], text.ToString(), _isEncrypted));
        await SayAsync("250 taken");
    }

    private async Task EncryptAsync()
    {
        var tls = new SslStream(_stream);
        await tls.AuthenticateAsServerAsync(server.Certificate!);
        (_stream, _isEncrypted) = (tls, true);
    }

    private void Listen() => _reader = new StreamReader(_stream, Encoding.Latin1);

    private async Task SayAsync(string words) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(words + "\r\n"));
}
