using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Mail;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Mail;

public class LetterMessageTests
{
    [Test]
    public async Task Every_try_sends_the_same_id_of_the_senders_domain_and_the_same_date()
    {
        await using var server = new SmtpServer();
        var options = TestLetter.Plain(server);
        options.From = "noreply@давлат.тҷ";

        await TestLetter.SendAsync(options, TestLetter.Of());
        await TestLetter.SendAsync(options, TestLetter.Of());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Messages.Select(letter => letter.Headers["Message-Id"]).Distinct()
                .Single(), Does.StartWith("<letter-1@xn--"));
            Assert.That(server.Messages.Select(letter => letter.Headers["Date"])
                .Distinct(), Is.EqualTo(["Mon, 09 Nov 2026 08:30:00 +0000"]));
            Assert.That(server.Messages[0].Headers["Auto-Submitted"], Is.EqualTo("auto-generated"));
            Assert.That(server.Messages[0].Headers["Content-Language"], Is.EqualTo("tg"));
        }
    }

    [Test]
    public async Task Long_lines_and_every_letter_arrive_whole_in_lines_that_any_relay_takes()
    {
        var line = string.Join(' ', Enumerable.Repeat("Ғафс ӣ қӯҳи ҷудо: ёрӣ – «ҳақ»", 200));
        await using var server = new SmtpServer();

        await TestLetter.SendAsync(
            TestLetter.Plain(server), TestLetter.Of(subject: line[..400], body: $"{line}\n\n.\n{line}"));

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

        await TestLetter.SendAsync(TestLetter.Plain(server), TestLetter.Of(subject: subject));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(server.Messages[0].Headers.Keys, Has.None.EqualTo("Bcc").IgnoreCase);
            Assert.That(server.Messages[0].Recipients, Is.EqualTo(["reader@example.tj"]));
            Assert.That(server.Messages[0].Body, Is.EqualTo("Матн"));
        }
    }

    [TestCase("reader@почта.рф")]
    [TestCase("reader@xn--80a1acny.xn--p1ai")]
    [TestCase("reader@xn--80a1acny.рф")]
    [TestCase("reader@XN--80A1ACNY.xn--p1ai")]
    public async Task A_domain_in_Cyrillic_goes_out_in_the_form_that_every_server_knows(string to)
    {
        await using var server = new SmtpServer();

        await TestLetter.SendAsync(TestLetter.Plain(server), TestLetter.Of(to));

        Assert.That(EmailField.IsEmail(to), Is.True, "the forms take it");
        Assert.That(server.Messages[0].Recipients, Is.EqualTo(["reader@xn--80a1acny.xn--p1ai"]));
    }

    [Test]
    public async Task A_name_in_Cyrillic_before_the_sign_is_refused_for_good_where_the_server_takes_none()
    {
        await using var old = new SmtpServer();
        await using var modern = new SmtpServer { Abilities = ["8BITMIME", "SMTPUTF8"] };

        var error = (await Assert.CatchAsync(
            () => TestLetter.SendAsync(TestLetter.Plain(old), TestLetter.Of(to: "муаллим@example.tj"))))!;
        await TestLetter.SendAsync(TestLetter.Plain(modern), TestLetter.Of(to: "муаллим@example.tj"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Postman.IsFinal(error), Is.True);
            Assert.That(error.Message, Does.Contain("SMTPUTF8"));
            Assert.That(old.Messages, Is.Empty);
            Assert.That(modern.Messages, Has.Count.EqualTo(1));
        }
    }
}
