using EgovSites.Platform.Mail;

namespace EgovSites.Tests.Platform.Mail;

public class MailRelayTests
{
    private const int Patience = 15_000;

    private MailHost _host = null!;

    [SetUp]
    public async Task Start() => _host = await MailHost.StartAsync();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_letter_arrives_with_every_letter_of_the_language_and_leaves_no_row()
    {
        const string subject =
            "Муроҷиати нав ба Вазорати тандурустӣ ва ҳифзи иҷтимоии аҳолии Ҷумҳурии Тоҷикистон: ғ ӣ қ ӯ ҳ ҷ";
        await _host.WriteAsync(subject: subject, body: "Сатри якум\n\n.\n.нуқта\nДуюм «ҷ»");
        await _host.SendAsync();

        Assert.That(() => _host.Server.Messages, Has.Count.EqualTo(1).After(Patience, 50));
        var letter = _host.Server.Messages[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(letter.Recipients, Is.EqualTo(["reader@example.tj"]));
            Assert.That(letter.Subject, Is.EqualTo(subject));
            Assert.That(letter.Body.ReplaceLineEndings("\n"), Is.EqualTo("Сатри якум\n\n.\n.нуқта\nДуюм «ҷ»"));
            Assert.That(letter.Headers["From"], Does.Contain("noreply@egov.tj"));
            Assert.That(letter.Headers["Message-ID"], Does.Match("^<[^@]+@egov.tj>$"));
            Assert.That(letter.Headers["Content-Type"], Does.Contain("text/plain").And.Contain("utf-8"));
            Assert.That(() => _host.WaitingAsync().GetAwaiter().GetResult(), Is.Empty.After(Patience, 50));
        }
    }

    [Test]
    public async Task A_letter_refused_for_now_is_sent_later_and_once()
    {
        _host.Server.Refuse = line => line == "." ? "451 try again later" : null;
        await _host.WriteAsync();
        await _host.SendAsync();
        Assert.That(Waiting, Has.Exactly(1)
            .Matches<Letter>(row => row!.Attempts == 1 && row.SetAsideAt == null && row.Error.Length > 0)
            .After(Patience, 50));

        _host.Server.Refuse = _ => null;
        await _host.SendAsync();
        var tooEarly = _host.Server.Messages.Count;
        _host.Sites.Clock.Advance(MailRelay.WaitAfter(1));
        await _host.SendAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tooEarly, Is.Zero);
            Assert.That(() => _host.Server.Messages, Has.Count.EqualTo(1).After(Patience, 50));
            Assert.That(Waiting, Is.Empty.After(Patience, 50));
        }
    }

    [Test]
    public async Task Letters_written_while_the_server_is_down_outlive_a_restart_and_are_sent_once()
    {
        await _host.Server.StopAsync();
        await _host.WriteAsync();
        await _host.SendAsync();
        Assert.That(Waiting, Has.Exactly(1).Matches<Letter>(row => row!.Error.Length > 0).After(Patience, 50));

        await _host.RestartAsync();
        _host.Server.Start();
        _host.Sites.Clock.Advance(MailRelay.WaitAfter(1));
        await _host.SendAsync();
        Assert.That(() => _host.Server.Messages, Has.Count.EqualTo(1).After(Patience, 50));
        Assert.That(Waiting, Is.Empty.After(Patience, 50));
        await _host.RestartAsync();
        _host.Sites.Clock.Advance(TimeSpan.FromHours(3));
        await _host.SendAsync();

        Assert.That(_host.Server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Two_relays_at_the_same_moment_send_a_letter_once()
    {
        await _host.WriteAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _host.SendAsync()));

        Assert.That(Waiting, Is.Empty.After(Patience, 50));
        Assert.That(_host.Server.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_slow_server_is_given_a_few_letters_at_a_time_and_each_readers_in_their_order()
    {
        var (now, most) = (0, 0);
        var watch = new Lock();
        _host.Server.Refuse = line =>
        {
            lock (watch)
            {
                now += line.StartsWith("MAIL", StringComparison.Ordinal) ? 1 : line == "." ? -1 : 0;
                most = Math.Max(most, now);
            }

            Thread.Sleep(line == "DATA" ? 300 : 0);
            return null;
        };
        for (var number = 0; number < 4; number++)
        {
            await _host.WriteAsync("often@example.tj", subject: $"{number}");
            await _host.WriteAsync($"once{number}@example.tj");
            _host.Sites.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _host.SendAsync();

        Assert.That(() => _host.Server.Messages, Has.Count.EqualTo(8).After(Patience, 50));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_host.Server.Messages.Where(letter => letter.Recipients[0] == "often@example.tj")
                .Select(letter => letter.Subject), Is.EqualTo(["0", "1", "2", "3"]));
            Assert.That(most, Is.InRange(2, 4));
        }
    }

    [Test]
    public async Task An_address_that_does_not_exist_is_set_aside_at_once_and_the_others_go_on()
    {
        _host.Server.Refuse = line =>
            line.StartsWith("RCPT TO:<gone@", StringComparison.Ordinal) ? "550 no such user" : null;
        await _host.WriteAsync("gone@example.tj");
        await _host.WriteAsync("here@example.tj");
        await _host.SendAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() =>
                _host.Server.Messages.SelectMany(letter => letter.Recipients), Is.EqualTo(["here@example.tj"])
                    .After(Patience, 50));
            Assert.That(Waiting, Has.Exactly(1)
                .Matches<Letter>(row => row!.SetAsideAt != null && row.To == "gone@example.tj").After(Patience, 50));
        }
    }

    [Test]
    public async Task A_letter_nobody_takes_is_set_aside_in_the_end()
    {
        _host.Server.Refuse = line => line == "." ? "451 try again later" : null;
        await _host.WriteAsync();
        for (var attempt = 1; attempt <= MailRelay.MaxAttempts; attempt++)
        {
            await _host.SendAsync();
            var wanted = attempt;
            Assert.That(Waiting, Has.Exactly(1)
                .Matches<Letter>(row => row!.Attempts == wanted
                    && (row.SetAsideAt != null) == (wanted == MailRelay.MaxAttempts)).After(Patience, 50));
            _host.Sites.Clock.Advance(MailRelay.WaitAfter(attempt));
        }
    }

    [TestCase(1, 1)]
    [TestCase(2, 2)]
    [TestCase(7, 64)]
    [TestCase(8, 120)]
    [TestCase(1000, 120)]
    public void The_waits_grow_up_to_two_hours(int attempts, int minutes) =>
        Assert.That(MailRelay.WaitAfter(attempts), Is.EqualTo(TimeSpan.FromMinutes(minutes)));

    [TestCase("a@example.tj\r\nBcc: b@example.tj", "Мавзӯъ")]
    [TestCase("a@example.tj, b@example.tj", "Мавзӯъ")]
    [TestCase("\"x\" <a@example.tj>", "Мавзӯъ")]
    [TestCase("", "Мавзӯъ")]
    [TestCase("a@example.tj", "Мавзӯъ\r\nBcc: b@example.tj")]
    [TestCase("a@example.tj", "Мавзӯъ\nX: y")]
    [TestCase("a@example.tj", "Мавзӯъ\u2028X: y")]
    public async Task What_could_smuggle_a_header_in_is_refused(string to, string subject)
    {
        Assert.That(() => _host.WriteAsync(to, subject), Throws.ArgumentException);
        Assert.That(await _host.WaitingAsync(), Is.Empty);
    }

    private List<Letter> Waiting() => _host.WaitingAsync().GetAwaiter().GetResult();
}
