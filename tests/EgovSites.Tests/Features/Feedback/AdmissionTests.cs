using System.Net;
using EgovSites.Features.Feedback;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Visits;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

public class AdmissionTests
{
    [Test]
    public async Task Forms_that_are_not_accepted_count_on_all_tenants_together_and_the_next_is_not_read()
    {
        var bodies = new CountedBodies();
        await using var host = await SiteHost.StartAsync(replace: services =>
        {
            services.Configure<FeedbackOptions>(options => options.AttemptsPerWindow = 5);
            bodies.Add(services);
        });
        var client = host.Client();
        foreach (var tenant in new[] { SiteHost.Agency, SiteHost.OtherAgency, SiteHost.Agency, SiteHost.OtherAgency,
            SiteHost.Agency })
        {
            Assert.That((await client.SendAsync($"/site/{tenant}/tg/feedback", CitizenForm.Filled(("name", ""))))
                .Status, Is.EqualTo(422));
        }

        Assert.That(bodies.Read, Is.GreaterThan(0));
        bodies.Reset();
        using var body = new LongBody(18 << 20);
        body.Headers.ContentType = new("multipart/form-data");
        using var request =
            new HttpRequestMessage(HttpMethod.Post, $"/site/{SiteHost.OtherAgency}/ru/feedback") { Content = body };
        var page = await Page.ReadAsync(await client.SendAsync(request));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(429));
            Assert.That(bodies.Read, Is.LessThan(64 << 10));
            Assert.That(page.All(".notice")[0], Does.Contain("кнопкой «Назад»"));
            Assert.That(page.Response.Headers.RetryAfter, Is.Not.Null);
        }
    }

    [Test]
    public async Task Wrong_codes_spread_over_tenants_count_together()
    {
        await using var host = await SiteHost.StartAsync();
        var tenants = new[] { SiteHost.Agency, SiteHost.OtherAgency };
        var answers = new List<int>();
        for (var guess = 0; guess < 21; guess++)
        {
            answers.Add((await host.Client().StatusAsync("FINANCE-2026-00001", "wrong", tenant: tenants[guess % 2]))
                .Status);
        }

        Assert.That(answers[..20], Is.All.EqualTo(422));
        Assert.That(answers[20], Is.EqualTo(429));
    }

    [Test]
    public void Codes_have_ten_letters_that_use_the_whole_alphabet_and_are_read_however_typed()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => CheckCode.New()).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(codes, Is.Unique.And.All.Length.EqualTo(10));
            Assert.That(codes.SelectMany(code => code).Distinct().Count(), Is.EqualTo(CheckCode.Letters.Length));
            Assert.That(Math.Log2(CheckCode.Letters.Length) * CheckCode.Length, Is.GreaterThan(48));
            Assert.That(CheckCode.Fits("ab2defg3hk", " AB2DE–FG3HK "), Is.True);
            Assert.That(CheckCode.Fits("ab2defg3hk", "ab2de-fg3h"), Is.False);
            Assert.That(CheckCode.Fits("012345", "012 345"), Is.True);
        }
    }

    [Test]
    public void One_provider_of_IPv6_is_not_thousands_of_visitors()
    {
        var limits = new VisitLimits(TimeProvider.System);
        var waits = Enumerable.Range(0, 200).Select(number => new NetworkTries(
            limits, "code", IPAddress.Parse($"2001:db8:1:{number:x}::1"), 20, TimeSpan.FromMinutes(10)).Enter());

        Assert.That(waits.Count(wait => wait is null), Is.EqualTo(100));
    }
}
