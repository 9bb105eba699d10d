using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace EgovSites.Platform.Mail;

/// <summary>Gives one letter to the mail server; the only place that knows which client does it.</summary>
public sealed class Postman(IOptions<MailOptions> options)
{
    /// <summary>How long one letter may take in all.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Returns when the server has taken the letter; throws what the server said or the network threw.
    /// </summary>
    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        using var message = LetterMessage.Of(letter, options.Value.From);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The mail server did not take the letter within {Patience.TotalSeconds:0.#} seconds.");
        }
    }

    /// <summary>True when the server said that trying again is of no use.</summary>
    public static bool IsFinal(Exception error) =>
        error is SmtpCommandException { StatusCode: var status } && (int)status is >= 550 and < 560;

    private async Task SendAsync(MimeMessage message, CancellationToken limit)
    {
        using var client = NewClient(options.Value);
        await client.ConnectAsync(options.Value.Host, options.Value.Port, SecurityOf(options.Value), limit);
        if (options.Value.User.Length > 0)
        {
            await client.AuthenticateAsync(options.Value.User, options.Value.Secret, limit);
        }

        await client.SendAsync(FormatFor(client, message.To.Mailboxes.Single()), message, limit);
        // It takes no failure: the letter is the server's by now and must not be sent again.
        await client.DisconnectAsync(quit: true, limit);
    }

    private static SmtpClient NewClient(MailOptions options)
    {
        // Letters must not wait for an authority's list that a closed network does not reach.
        var client = new SmtpClient { CheckCertificateRevocation = false };
        if (options.AuthorityFile.Length > 0)
        {
            client.ServerCertificateValidationCallback = new ServerTrust(options.AuthorityFile).Believes;
        }

        return client;
    }

    // Never "when it can be had": whoever sits between would say that it cannot.
    private static SecureSocketOptions SecurityOf(MailOptions options) =>
        !options.Tls ? SecureSocketOptions.None
        : options.IsTlsFirst ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    private static FormatOptions FormatFor(SmtpClient client, MailboxAddress to)
    {
        if (to.LocalPart.All(char.IsAscii))
        {
            return FormatOptions.Default;
        }

        var format = FormatOptions.Default.Clone();
        format.International = true;
        return client.Capabilities.HasFlag(SmtpCapabilities.UTF8) ? format : throw new SmtpCommandException(
            SmtpErrorCode.RecipientNotAccepted, SmtpStatusCode.MailboxNameNotAllowed, to,
            "The mail server takes no address with letters other than Latin before the @ (it offers no SMTPUTF8).");
    }
}
