using EgovSites.Platform.Mail;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Platform.Mail;

/// <summary>A letter and a way to a server, without a platform around them.</summary>
internal static class TestLetter
{
    public const string Host = "127.0.0.1";

    private static readonly DateTimeOffset Morning = new(2026, 11, 9, 8, 30, 0, TimeSpan.Zero);

    public static Task SendAsync(MailOptions options, Letter letter) =>
        new Postman(Options.Create(options)).SendAsync(letter, CancellationToken.None);

    public static MailOptions Plain(SmtpServer server) =>
        new() { Host = Host, Port = server.Port, From = "noreply@egov.tj", Tls = false };

    public static MailOptions OptionsFor(SmtpServer server, string authority = "") =>
        new() { Host = Host, Port = server.Port, From = "noreply@egov.tj", AuthorityFile = authority };

    public static Letter Of(string to = "reader@example.tj", string subject = "Мавзӯъ", string body = "Матн") => new()
    {
        Id = "letter-1",
        To = to,
        Kind = "test",
        Culture = "tg",
        Subject = subject,
        Body = body,
        WrittenAt = Morning,
    };
}
