using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EgovSites.Tests.Hosting;

/// <summary>A mail server on loopback that keeps what it is given, and refuses what a test tells it to.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpMessage> _messages = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _running = Task.CompletedTask;

    public SmtpServer() => Start();

    public int Port { get; private set; }

    public IReadOnlyList<SmtpMessage> Messages => _messages.ToList();

    /// <summary>What to answer to a command instead of taking it; the dot that ends a letter comes as <c>.</c>.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    public void Start()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _running = ListenAsync(_listener);
    }

    public async Task StopAsync()
    {
        _listener.Stop();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await StopAsync();
        _stop.Dispose();
    }

    private async Task ListenAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_stop.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        await using var stream = connection.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var recipients = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (Refuse(line) is { } refusal)
            {
                await writer.WriteLineAsync(refusal);
                continue;
            }

            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-test\r\n250 8BITMIME");
                    break;
                case "MAIL":
                    recipients.Clear();
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT":
                    recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    await TakeAsync(reader, writer, [.. recipients]);
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("500 what?");
                    break;
            }
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer, IReadOnlyList<string> recipients)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (Refuse(".") is { } refusal)
        {
            await writer.WriteLineAsync(refusal);
            return;
        }

        _messages.Enqueue(SmtpMessage.Read(recipients, text.ToString()));
        await writer.WriteLineAsync("250 taken");
    }
}
