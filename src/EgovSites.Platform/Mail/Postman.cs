using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Mail;

/// <summary>Gives one letter to the mail server; the only place that knows which client does it.</summary>
public sealed class Postman(IOptions<MailOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns when the server has taken the letter; throws <see cref="SmtpException"/> or what the network threw.</summary>
    public async Task SendAsync(Letter letter, CancellationToken cancellation)
    {
        using var client = new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = options.Value.Tls };
        if (options.Value.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(options.Value.User, options.Value.Secret);
        }

        using var message = MessageOf(letter);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        await client.SendMailAsync(message, limit.Token);
    }

    private MailMessage MessageOf(Letter letter)
    {
        var from = new MailAddress(options.Value.From, "EgovSites");
        var message = new MailMessage(from, new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        // The same at every try: a letter that was taken although the answer was lost is recognised by it.
        message.Headers.Add("Message-ID", $"<{letter.Id}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", letter.Culture);
        return message;
    }

    /// <summary>True when the server said that trying again is of no use.</summary>
    public static bool IsFinal(Exception error) => error is SmtpException { StatusCode: var status } && (int)status is >= 550 and < 560;
}
