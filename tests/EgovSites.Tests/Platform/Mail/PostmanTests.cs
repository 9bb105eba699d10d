using System.Net;
using System.Net.Sockets;
using EgovSites.Platform.Mail;
using EgovSites.Tests.Hosting;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Platform.Mail;

public class PostmanTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_letter_leaves_under_TLS_from_the_first_byte_or_after_STARTTLS(bool isTlsFirst)
    {
        using var authority = new MailAuthority();
        using var certificate = authority.For(TestLetter.Host);
        await using var server =
            new SmtpServer { Certificate = certificate, IsTlsFirst = isTlsFirst, Login = "рамз парол" };
        var options = TestLetter.OptionsFor(server, authority.PemFile);
        (options.TlsFirst, options.User, options.Password) = (isTlsFirst, "рамз", "парол");

        await TestLetter.SendAsync(options, TestLetter.Of());

        Assert.That(
            server.Messages.Select(letter => (letter.IsEncrypted, letter.Subject)), Is.EqualTo([(true, "Мавзӯъ")]));
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
        var options = TestLetter.OptionsFor(server);
        (options.User, options.Password) = ("a", "b");

        var error =
            (await Assert.ThrowsAsync<NotSupportedException>(() => TestLetter.SendAsync(options, TestLetter.Of())))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Lines.Select(line => line.Split(' ')[0]), Is.SubsetOf(["EHLO", "QUIT"]));
            Assert.That(Postman.IsFinal(error), Is.False, "the operator can mend it, and no letter is lost");
        }
    }

    [TestCase(TestLetter.Host, false)]
    [TestCase("mail.other.tj", true)]
    public async Task A_certificate_of_nobody_known_or_of_another_name_is_refused(string name, bool isVouchedFor)
    {
        using var authority = new MailAuthority();
        using var certificate = authority.For(name);
        await using var server = new SmtpServer { Certificate = certificate };

        await Assert.ThrowsAsync<SslHandshakeException>(() =>
            TestLetter.SendAsync(
                TestLetter.OptionsFor(server, isVouchedFor ? authority.PemFile : ""), TestLetter.Of()));

        Assert.That(server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_wrong_password_keeps_the_letter_for_another_try()
    {
        await using var server = new SmtpServer { Login = "a right" };
        var options = TestLetter.Plain(server);
        (options.User, options.Password) = ("a", "wrong");

        var error =
            (await Assert.ThrowsAsync<AuthenticationException>(() => TestLetter.SendAsync(options, TestLetter.Of())))!;

        Assert.That((Postman.IsFinal(error), server.Messages.Count), Is.EqualTo((false, 0)));
    }

    [TestCase("")]
    [TestCase("421 I am going")]
    public async Task A_letter_that_was_taken_is_sent_whatever_the_goodbye(string goodbye)
    {
        await using var server = new SmtpServer { Refuse = line => line == "QUIT" ? goodbye : null };

        await TestLetter.SendAsync(TestLetter.Plain(server), TestLetter.Of());

        Assert.That(server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_mute_server_is_given_up_in_words_and_a_host_that_stops_waits_for_none()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var options = new MailOptions
        {
            Host = TestLetter.Host,
            Port = ((IPEndPoint)mute.LocalEndpoint)
            .Port,
            From = "noreply@egov.tj",
            Tls = false
        };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var patient = new Postman(Options.Create(options));
        var hasty = new Postman(Options.Create(options)) { Patience = TimeSpan.FromMilliseconds(300) };

        var error = (await Assert.ThrowsAsync<TimeoutException>(
            () => hasty.SendAsync(TestLetter.Of(), CancellationToken.None)))!;
        await Assert.CatchAsync<OperationCanceledException>(() => patient.SendAsync(TestLetter.Of(), stop.Token));

        Assert.That((Postman.IsFinal(error), error.Message),
            Is.EqualTo((false, "The mail server did not take the letter within 0.3 seconds.")));
    }

    [TestCase("noreply@egov.tj", true)]
    [TestCase("EgovSites <noreply@egov.tj>", false)]
    [TestCase("noreply", false)]
    [TestCase("a@egov.tj, b@egov.tj", false)]
    public void The_sender_is_one_bare_address(string from, bool isSound) =>
        Assert.That(new MailOptions { Host = TestLetter.Host, From = from }.IsSound, Is.EqualTo(isSound));

    [Test]
    public void An_authority_that_is_no_file_keeps_the_host_from_starting() =>
        Assert.That(
            new MailOptions { Host = TestLetter.Host, From = "a@egov.tj", AuthorityFile = "/nowhere.pem" }.IsSound,
            Is.False);
}
