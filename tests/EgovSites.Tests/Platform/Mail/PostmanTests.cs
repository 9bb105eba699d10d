using System.Net;
using System.Net.Sockets;
using EgovSites.Platform.Mail;
using EgovSites.Tests.Hosting;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Platform.Mail;

public class PostmanTests
{
    private const string Loopback = "127.0.0.1";

    private static readonly DateTimeOffset Morning = new(2026, 11, 9, 8, 30, 0, TimeSpan.Zero);

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_letter_leaves_under_TLS_from_the_first_byte_or_after_STARTTLS(bool isTlsFirst)
    {
        using var authority = new MailAuthority();
        using var certificate = authority.For(Loopback);
        await using var server = new SmtpServer { Certificate = certificate, IsTlsFirst = isTlsFirst, Login = "рамз парол" };
        var options = OptionsFor(server, authority.PemFile);
        (options.TlsFirst, options.User, options.Password) = (isTlsFirst, "рамз", "парол");

        await SendAsync(options, LetterOf());

        Assert.That(server.Messages.Select(letter => (letter.IsEncrypted, letter.Subject)), Is.EqualTo([(true, "Мавзӯъ")]));
    }

    [TestCase(465, null, true)]
    [TestCase(587, null, false)]
    [TestCase(587, true, true)]
    [TestCase(465, false, false)]
    public void Port_465_speaks_TLS_at_once_if_nothing_else_is_said(int port, bool? said, bool isFirst) =>
        Assert.That(new MailOptions { Port = port, TlsFirst = said }.IsTlsFirst, Is.EqualTo(isFirst));

    [Test]
    public async Task A_server_that_offers_no_TLS_gets_no_word_of_a_letter()
    {
        await using var server = new SmtpServer { Login = "a b" };
        var options = OptionsFor(server);
        (options.User, options.Password) = ("a", "b");

        var error = (await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(options, LetterOf())))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Lines.Select(line => line.Split(' ')[0]), Is.SubsetOf(["EHLO", "QUIT"]));
            Assert.That(Postman.IsFinal(error), Is.False, "the operator can mend it, and no letter is lost");
        }
    }

    [TestCase(Loopback, false)]
    [TestCase("mail.other.tj", true)]
    public async Task A_certificate_of_nobody_known_or_of_another_name_is_refused(string name, bool isVouchedFor)
    {
        using var authority = new MailAuthority();
        using var certificate = authority.For(name);
        await using var server = new SmtpServer { Certificate = certificate };

        await Assert.ThrowsAsync<SslHandshakeException>(() => SendAsync(OptionsFor(server, isVouchedFor ? authority.PemFile : ""), LetterOf()));

        Assert.That(server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_wrong_password_keeps_the_letter_for_another_try()
    {
        await using var server = new SmtpServer { Login = "a right" };
        var options = Plain(server);
        (options.User, options.Password) = ("a", "wrong");

        var error = (await Assert.ThrowsAsync<AuthenticationException>(() => SendAsync(options, LetterOf())))!;

        Assert.That((Postman.IsFinal(error), server.Messages.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task Every_try_sends_the_same_id_of_the_senders_domain_and_the_same_date()
    {
        await using var server = new SmtpServer();
        var options = Plain(server);
        options.From = "noreply@давлат.тҷ";

        await SendAsync(options, LetterOf());
        await SendAsync(options, LetterOf());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Messages.Select(letter => letter.Headers["Message-Id"]).Distinct().Single(), Does.StartWith("<letter-1@xn--"));
            Assert.That(server.Messages.Select(letter => letter.Headers["Date"]).Distinct(), Is.EqualTo(["Mon, 09 Nov 2026 08:30:00 +0000"]));
            Assert.That(server.Messages[0].Headers["Auto-Submitted"], Is.EqualTo("auto-generated"));
            Assert.That(server.Messages[0].Headers["Content-Language"], Is.EqualTo("tg"));
        }
    }

    [Test]
    public async Task Long_lines_and_every_letter_arrive_whole_in_lines_that_any_relay_takes()
    {
        var line = string.Join(' ', Enumerable.Repeat("Ғафс ӣ қӯҳи ҷудо: ёрӣ – «ҳақ»", 200));
        await using var server = new SmtpServer();

        await SendAsync(Plain(server), LetterOf(subject: line[..400], body: $"{line}\n\n.\n{line}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Messages[0].Body, Is.EqualTo($"{line}\r\n\r\n.\r\n{line}"));
            Assert.That(server.Messages[0].Subject, Is.EqualTo(line[..400]));
            Assert.That(server.Messages[0].Raw.Split("\r\n").Max(part => part.Length), Is.LessThan(100));
            Assert.That(server.Messages[0].Raw.All(char.IsAscii), Is.True);
        }
    }

    [TestCase("Мавзӯъ\r\nBcc: other@example.tj")]
    [TestCase("Subject\nBcc: other@example.tj\n\nbody")]
    [TestCase("Subject\rBcc: other@example.tj")]
    public async Task A_row_with_a_line_break_in_its_subject_sends_no_header_more(string subject)
    {
        await using var server = new SmtpServer();

        await SendAsync(Plain(server), LetterOf(subject: subject));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Messages[0].Headers.Keys, Has.None.EqualTo("Bcc").IgnoreCase);
            Assert.That(server.Messages[0].Recipients, Is.EqualTo(["reader@example.tj"]));
            Assert.That(server.Messages[0].Body, Is.EqualTo("Матн"));
        }
    }

    [Test]
    public async Task A_domain_in_Cyrillic_goes_out_in_the_form_that_every_server_knows()
    {
        await using var server = new SmtpServer();

        await SendAsync(Plain(server), LetterOf(to: "reader@почта.рф"));

        Assert.That(server.Messages[0].Recipients, Is.EqualTo(["reader@xn--80a1acny.xn--p1ai"]));
    }

    [Test]
    public async Task A_name_in_Cyrillic_before_the_sign_is_refused_for_good_where_the_server_takes_none()
    {
        await using var old = new SmtpServer();
        await using var modern = new SmtpServer { Abilities = ["8BITMIME", "SMTPUTF8"] };

        var error = (await Assert.CatchAsync(() => SendAsync(Plain(old), LetterOf(to: "муаллим@example.tj"))))!;
        await SendAsync(Plain(modern), LetterOf(to: "муаллим@example.tj"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Postman.IsFinal(error), Is.True);
            Assert.That(error.Message, Does.Contain("SMTPUTF8"));
            Assert.That(old.Messages, Is.Empty);
            Assert.That(modern.Messages, Has.Count.EqualTo(1));
        }
    }

    [TestCase("")]
    [TestCase("421 I am going")]
    public async Task A_letter_that_was_taken_is_sent_whatever_the_goodbye(string goodbye)
    {
        await using var server = new SmtpServer { Refuse = line => line == "QUIT" ? goodbye : null };

        await SendAsync(Plain(server), LetterOf());

        Assert.That(server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_mute_server_is_given_up_in_words_and_a_host_that_stops_waits_for_none()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var options = new MailOptions { Host = Loopback, Port = ((IPEndPoint)mute.LocalEndpoint).Port, From = "noreply@egov.tj", Tls = false };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var patient = new Postman(Options.Create(options));
        var hasty = new Postman(Options.Create(options)) { Patience = TimeSpan.FromMilliseconds(300) };

        var error = (await Assert.ThrowsAsync<TimeoutException>(() => hasty.SendAsync(LetterOf(), CancellationToken.None)))!;
        await Assert.CatchAsync<OperationCanceledException>(() => patient.SendAsync(LetterOf(), stop.Token));

        Assert.That((Postman.IsFinal(error), error.Message), Is.EqualTo((false, "The mail server did not take the letter within 0.3 seconds.")));
    }

    [TestCase("noreply@egov.tj", true)]
    [TestCase("EgovSites <noreply@egov.tj>", false)]
    [TestCase("noreply", false)]
    [TestCase("a@egov.tj, b@egov.tj", false)]
    public void The_sender_is_one_bare_address(string from, bool isSound) =>
        Assert.That(new MailOptions { Host = Loopback, From = from }.IsSound, Is.EqualTo(isSound));

    [Test]
    public void An_authority_that_is_no_file_keeps_the_host_from_starting() =>
        Assert.That(new MailOptions { Host = Loopback, From = "a@egov.tj", AuthorityFile = "/nowhere.pem" }.IsSound, Is.False);

    private static Task SendAsync(MailOptions options, Letter letter) => new Postman(Options.Create(options)).SendAsync(letter, CancellationToken.None);

    private static MailOptions Plain(SmtpServer server) =>
        new() { Host = Loopback, Port = server.Port, From = "noreply@egov.tj", Tls = false };

    private static MailOptions OptionsFor(SmtpServer server, string authority = "") =>
        new() { Host = Loopback, Port = server.Port, From = "noreply@egov.tj", AuthorityFile = authority };

    private static Letter LetterOf(string to = "reader@example.tj", string subject = "Мавзӯъ", string body = "Матн") => new()
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
