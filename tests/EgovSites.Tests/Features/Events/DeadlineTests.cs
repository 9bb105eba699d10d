using EgovSites.Platform.Tajik;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Events;

/// <summary>
/// A deadline at midnight is the end of the day before: that is the last day one can still apply, and so it is said
/// everywhere.
/// </summary>
public class DeadlineTests
{
    private static readonly DateTimeOffset Midnight = Dates.StartOf(new DateOnly(2026, 11, 28));

    private static readonly string Unique = Guid.NewGuid().ToString("N")[..8];

    [TestCase("tg", "7 рӯз монд", "27 ноябр")]
    [TestCase("ru", "осталось 7 дней", "27 ноября")]
    [TestCase("en", "7 days left", "27 November")]
    public async Task Midnight_is_said_as_the_day_before(string culture, string left, string last)
    {
        var (card, page, call) = await AskAsync(culture, Midnight);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(card, Does.Contain(left).And.Contain(last).And.Not.Contain("28 "));
            Assert.That(page, Does.Contain(last).And.Not.Contain("28 "));
            Assert.That(call, Does.Contain(left).And.Contain(last).And.Not.Contain("28 "));
        }
    }

    [TestCase("tg", "8 рӯз монд", "28 ноябр")]
    [TestCase("ru", "осталось 8 дней", "28 ноября")]
    [TestCase("en", "8 days left", "28 November")]
    public async Task Any_other_time_is_said_as_its_own_day(string culture, string left, string last)
    {
        var (card, page, call) = await AskAsync(culture, Midnight.AddHours(18));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(card, Does.Contain(left).And.Contain(last));
            Assert.That(page, Does.Contain(last).And.Contain("18:00"));
            Assert.That(call, Does.Contain(left).And.Contain(last));
        }
    }

    [TestCase("tg", "имрӯз рӯзи охирин")]
    [TestCase("ru", "сегодня последний день")]
    [TestCase("en", "last day today")]
    public async Task The_coming_midnight_is_said_as_today(string culture, string word)
    {
        var (card, _, call) = await AskAsync(culture, Dates.StartOf(new DateOnly(2026, 11, 21)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(card, Does.Contain(word));
            Assert.That(call, Does.Contain(word));
        }
    }

    private static async Task<(string Card, string Due, string Call)> AskAsync(string culture, DateTimeOffset deadline)
    {
        var host = await SharedHost.GetAsync();
        var row = Printer.Row("vacancies", $"{Unique} {culture} {deadline.UtcTicks}", culture);
        row.Deadline = deadline;
        await host.PrintAsync(row);
        using var visitor = host.Client();
        var list = await visitor.PageAsync($"/site/{SiteHost.Agency}/{culture}/vacancies");
        var detail = await visitor.PageAsync($"/site/{SiteHost.Agency}/{culture}/vacancies/{row.Slug}");
        var portal = await visitor.PageAsync($"/{culture}/vacancies?agency={SiteHost.Agency}");
        return (Card(list, row.Title), string.Join(' ', detail.All("section.due")), Card(portal, row.Title));
    }

    private static string Card(Page page, string title) =>
        page.All("main li").FirstOrDefault(text => text.Contains(title, StringComparison.Ordinal)) ?? "";
}
