using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace EgovSites.Tests.Hosting;

/// <summary>A mail server on loopback that keeps what it is given, and refuses what a test tells it to.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SmtpMessage> _messages = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _running = Task.CompletedTask;

    public SmtpServer() => Start();

    public int Port { get; private set; }

    public IReadOnlyList<SmtpMessage> Messages => _messages.ToList();

    /// <summary>Every command it was given.</summary>
    public IReadOnlyList<string> Lines => _lines.ToList();

    /// <summary>
    /// What to answer to a command instead of taking it; the dot that ends a letter comes as <c>.</c>, an empty answer
    /// hangs up.
    /// </summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    /// <summary>With it STARTTLS is offered, or TLS spoken from the first byte.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsTlsFirst { get; init; }

    /// <summary>Who is let in, as <c>name password</c>; anybody where nothing is said.</summary>
    public string? Login { get; init; }

    /// <summary>What it says it can, beside what the rest of this says.</summary>
    public string[] Abilities { get; init; } = ["8BITMIME"];

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

    internal void Hear(string line) => _lines.Enqueue(line);

    internal void Take(SmtpMessage message) => _messages.Enqueue(message);

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
        await using var talk = new SmtpTalk(this, connection.GetStream());
        await talk.RunAsync();
    }
}
