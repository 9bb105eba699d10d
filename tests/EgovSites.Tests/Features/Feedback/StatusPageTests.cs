using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

public class StatusPageTests
{
    [TestCase("tg", "Қабул шуд", "Боқӣ монд: 15 рӯз")]
    [TestCase("ru", "Принято", "Осталось: 15 дней")]
    [TestCase("en", "Received", "15 days left")]
    public async Task Number_and_code_show_where_an_appeal_stands(string culture, string state, string left)
    {
        var host = await FeedbackHost.GetAsync();
        var (number, code) = await host.Client().ReceiptAsync();

        var page = await host.Client()
            .StatusAsync($" {number.ToLowerInvariant().Replace('-', '–')} ", $"{code[..3]} {code[3..]}", culture);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.All("h1").Single(), Does.EndWith(number));
            Assert.That(page.All(".timeline .now h3"), Is.EqualTo([state]));
            Assert.That(page.All(".notice").Single(), Does.Contain(left));
            Assert.That(page.Text, Does.Contain("Р*** З***").And.Not.Contain("Раҳимова").And.Not.Contain("123-45-67"));
            Assert.That(page.Response.Headers.CacheControl!.NoStore, Is.True);
        }
    }

    [Test]
    public async Task An_answer_is_read_as_paragraphs_and_never_as_markup()
    {
        var host = await FeedbackHost.GetAsync();
        var (number, code) = await host.Client().ReceiptAsync();
        await using var scope = host.ScopeOf(SiteHost.Agency);
        await Verbs.AnswerAsync(scope, (await host.AppealAsync(number))
            .Id, "Муҳтарам!\n\nДору 2 < 3 рӯз мерасад.\nУтоқи 12.");

        var page = await host.Client().StatusAsync(number, code);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All(".prose p"), Is.EqualTo(["Муҳтарам!", "Дору 2 < 3 рӯз мерасад. Утоқи 12."]));
            Assert.That(page.Document.QuerySelectorAll(".timeline .done"), Has.Length.EqualTo(2));
            Assert.That(page.Document.QuerySelectorAll(".timeline .now, .timeline .next"), Is.Empty);
        }
    }

    [Test]
    public async Task A_wrong_number_and_a_wrong_code_get_the_same_answer()
    {
        var host = await FeedbackHost.GetAsync();
        var (number, code) = await host.Client().ReceiptAsync();

        var wrongCode = await host.Client().StatusAsync(number, code == "000000" ? "000001" : "000000");
        var wrongNumber = await host.Client().StatusAsync("FINANCE-2026-99999", code);
        var longer = await host.Client().StatusAsync(number, code + "0");
        var nothing = await host.Client().StatusAsync("№", "");

        var answers = new[] { wrongCode, wrongNumber, longer, nothing };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(page => page.Status), Is.All.EqualTo(422));
            Assert.That(answers.Select(page => page.All(".notice").Single()).Distinct().ToList(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Another_tenants_number_is_unknown_here()
    {
        var host = await FeedbackHost.GetAsync();
        var (number, code) = await host.Client().ReceiptAsync();

        Assert.That((await host.Client().StatusAsync(number, code, tenant: SiteHost.OtherAgency))
            .Status, Is.EqualTo(422));
    }

    [Test]
    public async Task Guessing_codes_is_stopped_and_right_ones_do_not_count()
    {
        await using var host = await SiteHost.StartAsync();
        var client = host.Client();
        var (number, code) = await client.ReceiptAsync();
        for (var look = 0; look < 25; look++)
        {
            Assert.That((await client.StatusAsync(number, code)).Status, Is.EqualTo(200));
        }

        var wrong = code == "000000" ? "000001" : "000000";
        var guesses = new List<int>();
        for (var guess = 0; guess < 21; guess++)
        {
            guesses.Add((await client.StatusAsync(number, wrong)).Status);
        }

        var right = await client.StatusAsync(number, code);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(guesses[..20], Is.All.EqualTo(422));
            Assert.That(guesses[20], Is.EqualTo(429));
            Assert.That(right.Status, Is.EqualTo(429));
            Assert.That(right.Response.Headers.RetryAfter, Is.Not.Null);
        }
    }

    [Test]
    public async Task Strangers_who_used_up_an_appeals_tries_do_not_close_it_to_its_owner()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var (number, code) = await host.Client().ReceiptAsync();
        for (var guess = 0; guess < 50; guess++)
        {
            Assert.That((await From(host, $"10.9.{guess / 10}.1").StatusAsync(number, "wrong"))
                .Status, Is.EqualTo(422));
        }

        var another = await From(host, "10.9.9.1").StatusAsync(number, "wrong");
        var right = await From(host, "10.9.9.2").StatusAsync(number, code);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(another.Status, Is.EqualTo(429));
            Assert.That(right.Status, Is.EqualTo(200));
        }
    }

    // Six digits from many networks are guessed in days unless the appeal itself counts, also for who comes with the
    // right ones.
    [Test]
    public async Task An_old_appeal_of_six_digits_stays_closed_until_its_window_ends()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        var (number, _) = await host.Client().ReceiptAsync();
        await using (var scope = host.ScopeOf(SiteHost.Agency))
        {
            await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<Appeal>()
                .Where(row => row.Number == number)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.CheckCode, "123456"));
        }

        for (var guess = 0; guess < 50; guess++)
        {
            await From(host, $"10.9.{guess / 10}.1").StatusAsync(number, "654321");
        }

        var closed = await From(host, "10.9.9.2").StatusAsync(number, "123456");
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        var later = await From(host, "10.9.9.2").StatusAsync(number, "123456");

        Assert.That((closed.Status, later.Status), Is.EqualTo((429, 200)));
    }

    [Test]
    public async Task A_late_appeal_says_so()
    {
        await using var host = await SiteHost.StartAsync();
        var (number, code) = await host.Client().ReceiptAsync();
        host.Clock.Advance(TimeSpan.FromDays(17));

        var page = await host.Client().StatusAsync(number, code, "ru");

        Assert.That(page.All(".notice.warn").Single(), Does.Contain("Просрочено: 2 дня"));
    }

    [Test]
    public async Task Internal_notes_stay_inside()
    {
        var host = await FeedbackHost.GetAsync();
        var (number, code) = await host.Client().ReceiptAsync();
        await using var scope = host.ScopeOf(SiteHost.Agency);
        await Verbs.NoteAsync(scope, (await host.AppealAsync(number)).Id, "Танҳо барои худамон");

        var page = await host.Client().StatusAsync(number, code);

        Assert.That(page.Text, Does.Not.Contain("Танҳо барои худамон"));
        Assert.That(
            await host.StoredAsync<AppealEvent>(row => row.Note == "Танҳо барои худамон"), Has.Count.EqualTo(1));
    }

    private static HttpClient From(SiteHost host, string address)
    {
        var client = host.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}
