using EgovSites.BrowserTests.Stories;
using EgovSites.Platform.Accounts;
using static Microsoft.Playwright.Assertions;

namespace EgovSites.BrowserTests.Handbook;

/// <summary>Walks the ways that the handbook describes, in each of its languages, and takes its pictures.</summary>
[TestFixture("tg")]
[TestFixture("ru")]
[TestFixture("en")]
public sealed class PicturesTests(string culture)
{
    private const string Agency = BrowserRun.PicturedAgency;
    private const string Desk = $"/admin/sites/{Agency}";
    private const string Clinic = "tenants/standard/1.0/media/clinic.jpg";

    private static readonly IReadOnlyDictionary<string, NewsItem> News = NewsItem.InThreeLanguages;

    private readonly Album _album = new(culture);

    [Test]
    public async Task The_ways_of_the_handbook_can_be_gone()
    {
        await using var editor = await ComeAsync();
        await EnterAsync(editor);
        var address = await WriteAsync(editor);
        await FollowTranslationsAsync(editor, address);
        await AskTheAuthorAsync(editor, address);
        await LookAroundTheItemAsync(editor, address);
        await LibraryAsync(editor);
        await AppealAsync(editor);

        Assert.That(editor.Faults, Is.Empty);
    }

    private Task<Visitor> ComeAsync() =>
        Visitor.ComeAsync(Album.Frame, locale: culture switch { "tg" => "tg-TJ", "ru" => "ru-RU", _ => "en-GB" });

    private async Task EnterAsync(Visitor editor)
    {
        await editor.OpenAsync("/admin/sign-in");
        await editor.Page.FillAsync("#Email", "matbuot@health.example.tj");
        await _album.TakeAsync(editor, "sign-in");
        await new Gate(editor)
            .JoinAsync(await Invited.ToSiteAsync(Agency, Role.Editor, $"matbuot-{culture}@example.tj"),
                "Нигора Саидова", culture);
        await editor.OpenAsync("/admin/profile/two-factor");
        await editor.Page.FillAsync("#present", Gate.Password);
        await editor.Page.ClickAsync("main form button");
        await editor.Page.WaitForSelectorAsync(".key-picture");
        await _album.TakeAsync(editor, "second-step");
        await editor.OpenAsync(Desk);
        await _album.TakeAsync(editor, "desk");
    }

    private async Task<string> WriteAsync(Visitor editor)
    {
        var officer = new PressOfficer(editor, Agency);
        await officer.BeginNewsAsync();
        await officer.WriteAsync(News);
        await TopAsync(editor);
        await _album.TakeAsync(editor, "writing");
        await officer.AddPictureAsync(Path.Combine(AppContext.BaseDirectory, Clinic), News);
        await officer.PublishAllAsync();
        await TopAsync(editor);
        await _album.TakeAsync(editor, "published");
        var address = new Uri(editor.Page.Url).AbsolutePath;

        await editor.OpenAsync(address);
        await editor.Page.ClickAsync("[data-preview]");
        await Expect(editor.Page.FrameLocator("[data-frame]").Locator("h1")).ToBeVisibleAsync();
        await TopAsync(editor);
        await _album.TakeAsync(editor, "preview");
        return address;
    }

    private async Task FollowTranslationsAsync(Visitor editor, string address)
    {
        await editor.OpenAsync(address);
        await editor.Page.FillAsync("#tg-Summary", "Дар дувоздаҳ деҳа бунгоҳҳои тиббӣ то баҳор таъмир мешаванд.");
        await editor.Page.ClickAsync("[data-save]");
        await Expect(editor.Page.Locator(".source-change").First).ToBeVisibleAsync();
        await editor.Page.EvaluateAsync("document.querySelector('.panes').scrollIntoView()");
        await _album.TakeAsync(editor, "languages");
        await editor.OpenAsync($"{address}/request?culture=ru");
        await _album.TakeAsync(editor, "request");
    }

    // An author asks for a review, and meets the editor in the same item.
    private async Task AskTheAuthorAsync(Visitor editor, string address)
    {
        await using var author = await ComeAsync();
        await new Gate(author)
            .JoinAsync(await Invited.ToSiteAsync(Agency, Role.Author, $"muallif-{culture}@example.tj"), "Фаррух Азизов",
                culture);
        await author.OpenAsync(address);
        await author.Page.ClickAsync("button[value='askReview:tg']");
        await Expect(author.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await editor.OpenAsync($"{address}/review/tg");
        await _album.TakeAsync(editor, "review");

        await author.OpenAsync(address);
        await editor.OpenAsync(address);
        await editor.Page.FillAsync("#ru-Summary", "В двенадцати сёлах медпункты отремонтируют к весне.");
        await editor.Page.ClickAsync("[data-save]");
        await Expect(editor.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await author.Page.FillAsync("#ru-Summary", "Медпункты двенадцати сёл отремонтируют до весны.");
        await author.Page.ClickAsync("[data-save]");
        await Expect(author.Page.Locator("[name=take]")).ToBeVisibleAsync();
        await TopAsync(author);
        await _album.TakeAsync(author, "conflict");
    }

    private async Task LookAroundTheItemAsync(Visitor editor, string address)
    {
        await editor.OpenAsync($"{address}/plan");
        await _album.TakeAsync(editor, "plan");
        await editor.OpenAsync($"{address}/withdrawal/tg");
        await _album.TakeAsync(editor, "withdrawal");
        await editor.OpenAsync($"{address}/versions/compare?from=1&to=2&language=tg");
        await Expect(editor.Page.Locator(".difference ins").First).ToBeVisibleAsync();
        await _album.TakeAsync(editor, "versions");
        await editor.OpenAsync($"{Desk}/previews?item={address[(address.LastIndexOf('/') + 1)..]}");
        await editor.Page.CheckAsync("[name=mayApprove]");
        await editor.Page.ClickAsync("main form .button[type=submit]");
        await Expect(editor.Page.Locator("#address")).ToBeVisibleAsync();
        await _album.TakeAsync(editor, "previews");
    }

    private async Task LibraryAsync(Visitor editor)
    {
        await editor.OpenAsync($"{Desk}/media");
        await _album.TakeAsync(editor, "library");
        await editor.Page.Locator(".shelf a").First.ClickAsync();
        await editor.Page.WaitForSelectorAsync("#alt-tg");
        await _album.TakeAsync(editor, "picture");
    }

    private async Task AppealAsync(Visitor editor)
    {
        await using (var citizen = await ComeAsync())
        {
            var receipt = await new Citizen(citizen, Agency).SendAsync(Appeal.AboutTheRoad);
            await new PressOfficer(editor, Agency).OpenAppealAsync(receipt.Number);
        }

        await _album.TakeAsync(editor, "appeal");
    }

    private static async Task TopAsync(Visitor visitor) => await visitor.Page.EvaluateAsync("scrollTo(0, 0)");
}
