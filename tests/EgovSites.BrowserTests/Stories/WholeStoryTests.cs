using System.Diagnostics;
using EgovSites.Platform.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Stories;

/// <summary>
/// The main job from one end to the other: a press officer tells, a citizen asks, the officer answers.
/// </summary>
public sealed class WholeStoryTests
{
    private const string Agency = BrowserRun.Agency;
    private const string Answer =
        "Нафақа аз маоши панҷ соли охир ҳисоб шуд. Варақаи ҳисоб ба суроғаи шумо фиристода мешавад.";

    private static readonly TimeSpan PortalFollowsWithin = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyDictionary<string, NewsItem> News = NewsItem.InThreeLanguages;

    private readonly Stopwatch _sincePublished = new();

    [Test]
    public async Task What_an_officer_publishes_is_read_and_what_a_citizen_asks_is_answered()
    {
        await using var desk = await Visitor.ComeAsync();
        await using var street = await Visitor.ComeAsync(Screen.Phone, hasScript: false);
        var officer = new PressOfficer(desk, Agency);
        var citizen = new Citizen(street, Agency);

        await JoinInTajikAsync(desk);
        var addresses = await PublishNewsAsync(desk, officer);
        await ThePortalFollowsAsync();
        await EverybodyReadsItAsync(street, addresses);
        await ThePortalShowsItAsync(street);
        await WrongAppealKeepsItsWordsAsync(street, citizen);
        var receipt = await RightAppealIsAcknowledgedAsync(street, citizen);
        await AnswerAsync(desk, officer, receipt);
        await TheCitizenReadsTheAnswerAsync(street, citizen, receipt);

        Assert.That(desk.Faults.Concat(street.Faults), Is.Empty);
    }

    private static async Task JoinInTajikAsync(Visitor desk)
    {
        await new Gate(desk)
            .JoinAsync(await Invited.ToSiteAsync(Agency, Role.Editor, "matbuot@example.tj"), "Нигора Саидова", "tg");

        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "tg");
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Саҳифаи корӣ");
        await Expect(desk.Page.Locator(".side-nav")).ToContainTextAsync("Нигора Саидова");
        await desk.Page.TakePictureAsync("story-1-desk", Screen.Desk);
    }

    private async Task<IReadOnlyDictionary<string, string>> PublishNewsAsync(Visitor desk, PressOfficer officer)
    {
        await officer.BeginNewsAsync();
        await officer.WriteAsync(News);
        await officer.AddPictureAsync(
            Path.Combine(AppContext.BaseDirectory, "tenants/standard/1.0/media/clinic.jpg"), News);
        await desk.Page.TakePictureAsync("story-2-editor", Screen.Desk);

        _sincePublished.Start();
        var addresses = await officer.PublishAllAsync();
        await desk.Page.TakePictureAsync("story-3-published", Screen.Desk);
        return addresses;
    }

    private async Task ThePortalFollowsAsync()
    {
        using var client = BrowserRun.Host.Client();
        while (!(await client.GetStringAsync("/tg")).Contains(News["tg"].Title, StringComparison.Ordinal))
        {
            Assert.That(_sincePublished.Elapsed, Is.LessThan(PortalFollowsWithin), "the portal does not follow");
            await Task.Delay(50);
        }
    }

    private static async Task EverybodyReadsItAsync(Visitor street, IReadOnlyDictionary<string, string> addresses)
    {
        foreach (var (culture, words) in News)
        {
            await street.OpenAsync($"/site/{Agency}/{culture}");
            await Expect(street.Page.GetByRole(AriaRole.Link, new() { Name = words.Title })).ToBeVisibleAsync();

            Assert.That(await street.OpenAsync(addresses[culture]), Is.EqualTo(200));
            await Expect(street.Page.Locator("h1")).ToHaveTextAsync(words.Title);
            await Expect(street.Page.Locator("main strong")).ToBeVisibleAsync();
            await PictureIsServedAsync(street, words.PictureText);
            await street.Page.TakePictureAsync("story-4-news", Screen.Phone);
        }
    }

    private static async Task PictureIsServedAsync(Visitor street, string description)
    {
        var picture = street.Page.GetByAltText(description);
        var answer = await street.Page.APIRequest.GetAsync((await picture.GetAttributeAsync("src"))!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That(answer.Headers["content-type"], Does.StartWith("image/"));
        }
    }

    private static async Task ThePortalShowsItAsync(Visitor street)
    {
        await street.OpenAsync("/tg");
        await street.Page.TakePictureAsync("story-5-portal", Screen.Phone);

        await street.Page.Locator($"a[href^='/site/{Agency}/tg/news/']", new() { HasText = News["tg"].Title })
            .First.ClickAsync();

        await Expect(street.Page.Locator("h1")).ToHaveTextAsync(News["tg"].Title);
        Assert.That(street.Page.Url, Does.Contain($"/site/{Agency}/tg/news/"));
    }

    private static async Task WrongAppealKeepsItsWordsAsync(Visitor street, Citizen citizen)
    {
        var appeal = Appeal.AboutThePension;
        await citizen.OpenFormAsync();
        await street.Page.FillAsync("#email", "ҷамшед@");
        await street.Page.FillAsync("#text", appeal.Text);
        await citizen.SubmitAsync();

        await Expect(street.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(street.Page.Locator("#subject-error")).ToBeVisibleAsync();
        await Expect(street.Page.Locator("#email-error")).ToBeVisibleAsync();
        await Expect(street.Page.Locator("#text")).ToHaveValueAsync(appeal.Text);
        await street.Page.TakePictureAsync("story-6-appeal-wrong", Screen.Phone);
    }

    private static async Task<Receipt> RightAppealIsAcknowledgedAsync(Visitor street, Citizen citizen)
    {
        await street.Page.FillAsync("#email", "jamshed@example.tj");
        await citizen.FillAsync(Appeal.AboutThePension);
        await citizen.SubmitAsync();

        var receipt = await citizen.ReadReceiptAsync();
        await street.Page.TakePictureAsync("story-7-receipt", Screen.Phone);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Number, Does.Match("^FINANCE-[0-9]{4}-[0-9]{5}$"));
            Assert.That(receipt.Code, Does.Match("^[2-9a-z]{5}-[2-9a-z]{5}$"));
        }

        return receipt;
    }

    private static async Task AnswerAsync(Visitor desk, PressOfficer officer, Receipt receipt)
    {
        await officer.OpenAppealAsync(receipt.Number);
        await Expect(desk.Page.Locator(".thread")).ToContainTextAsync("Ҳисоби он аз кадом маош карда шуд?");

        await officer.AnswerAsync(Answer);

        await desk.Page.TakePictureAsync("story-8-answered", Screen.Desk);
    }

    private static async Task TheCitizenReadsTheAnswerAsync(Visitor street, Citizen citizen, Receipt receipt)
    {
        await citizen.AskForStatusAsync(receipt);

        await Expect(street.Page.Locator("main")).ToContainTextAsync(Answer);
        await street.Page.TakePictureAsync("story-9-status", Screen.Phone);
    }
}
