using System.Text.RegularExpressions;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Publishing.Previewing;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Writing.Previews;

public class PreviewsTests
{
    private const string Links = $"/admin/sites/{SiteHost.Agency}/previews";
    private const string New = $"/admin/sites/{SiteHost.Agency}/content/new/News";

    [Test]
    public async Task A_link_shows_a_draft_to_somebody_without_an_account_and_no_cache_keeps_it()
    {
        var (desk, host, id) = await DraftAsync("Сиёҳнависи пӯшида");
        using var _ = desk;

        var page = await host.Client().PageAsync(await LinkAsync(desk, id));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200));
            Assert.That(page.All("h1"), Is.EqualTo(["Сиёҳнависи пӯшида"]));
            Assert.That(page.Response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(page.Response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
            Assert.That(page.Response.Headers.Contains("Set-Cookie"), Is.False);
            Assert.That(
                page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"), Does.Contain("noindex"));
        }
    }

    [Test]
    public async Task A_link_is_good_on_its_own_site_only_and_until_it_is_taken_back()
    {
        var (desk, host, id) = await DraftAsync("Бо муҳлат");
        using var keep = desk;
        var address = await LinkAsync(desk, id);
        using var visitor = host.Client();

        var foreign =
            await visitor.PageAsync(address.Replace(SiteHost.Agency, SiteHost.OtherAgency, StringComparison.Ordinal));
        var guessed = await visitor.PageAsync(address[..^1] + (address[^1] == 'a' ? 'b' : 'a'));
        var list = await desk.GetAsync(Links);
        await desk.PostAsync(Links, $"{Links}?handler=Revoke",
            ("id", list.Document.QuerySelector("button[name=id]")!.GetAttribute("value")!));
        var revoked = await visitor.PageAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(foreign.Status, Is.EqualTo(404));
            Assert.That(guessed.Status, Is.EqualTo(404));
            Assert.That(revoked.Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task A_link_ends_at_its_date()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var address = await LinkAsync(desk, await SaveAsync(desk, "Охири муҳлат"));
        var before = await host.Client().PageAsync(address);

        host.Clock.Advance(TimeSpan.FromDays(8));

        Assert.That((before.Status, (await host.Client().PageAsync(address)).Status), Is.EqualTo((200, 404)));
    }

    [Test]
    public async Task The_reader_agrees_under_a_name_and_the_log_says_so_but_nothing_goes_public()
    {
        var (desk, host, id) = await DraftAsync("Барои розигӣ");
        using var keep = desk;
        var address = await LinkAsync(desk, id, ("mayApprove", "true"));
        using var visitor = host.Client();

        var shown = await visitor.PageAsync(address);
        var nameless = await visitor.PostAsync(address, Named(" "));
        var older = await visitor.PostAsync(address, Named("Шитобкор", revision: 0));
        var agreed = await visitor.PostAsync(address, Named("Мудири шуъба"));
        using var foreign = new HttpRequestMessage(
            HttpMethod.Post, address)
        { Content = Named("Бегона"), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        var refused = await visitor.SendAsync(foreign);
        var page = await visitor.PageAsync(address);
        await using var look = await TestDesk.OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)nameless.StatusCode, Is.EqualTo(422));
            Assert.That(shown.Document.QuerySelector("[name=revision]")!.GetAttribute("value"), Is.EqualTo("1"));
            Assert.That((int)older.StatusCode, Is.EqualTo(422), "another revision than the one that was shown");
            Assert.That((int)agreed.StatusCode, Is.EqualTo(302));
            Assert.That((int)refused.StatusCode, Is.EqualTo(403));
            Assert.That(page.Text, Does.Contain("Мудири шуъба").And.Not.Contain("Бегона"));
            Assert.That(await look.Db.Set<AuditEntry>()
                .AnyAsync(entry => entry.ItemId == id && entry.Verb == "previewApprove" && entry.Who == "preview link"
                    && entry.Detail.Contains("Мудири шуъба")), Is.True);
            Assert.That(await look.FindAsync(id), Is.Empty);
        }
    }

    [Test]
    public async Task An_agreement_with_an_older_state_is_called_so_on_the_desk()
    {
        var (desk, host, id) = await DraftAsync("Розигии кӯҳна");
        using var keep = desk;
        var address = await LinkAsync(desk, id, ("mayApprove", "true"));
        await host.Client().PostAsync(address, Named("Розии барвақтӣ"));
        var before = await desk.GetAsync(Links);

        await desk.PostAsync(
            $"/admin/sites/{SiteHost.Agency}/content/{id}", $"/admin/sites/{SiteHost.Agency}/content/{id}",
            ("revision", "1"), ("tg.Title", "Розигии кӯҳна"), ("tg.Body", "Матни пешнамоиш."),
            ("shared.Date", "2026-11-20T10:00"), ("verb", "save"));
        var after = await desk.GetAsync(Links);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Line(before), Does.Not.Contain("тағйир ёфт"));
            Assert.That(Line(after), Does.Contain("тағйир ёфт"));
        }

        static string Line(Page page) =>
            page.Document.QuerySelectorAll("small")
                .Single(line => line.TextContent.Contains("Розии барвақтӣ", StringComparison.Ordinal)).TextContent;
    }

    [Test]
    public async Task Too_many_agreements_from_one_address_are_put_off()
    {
        var (desk, host, id) = await DraftAsync("Розигии бисёр");
        using var keep = desk;
        var address = await LinkAsync(desk, id, ("mayApprove", "true"));
        using var visitor = host.Client();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", DeskClient.NewAddress());

        var answers = new List<HttpResponseMessage>();
        for (var count = 0; count <= EgovSites.Features.Sections.PreviewModel.MostTries; count++)
        {
            answers.Add(await visitor.PostAsync(address, Named(" ")));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.SkipLast(1).Select(answer => (int)answer.StatusCode), Is.All.EqualTo(422));
            Assert.That((int)answers[^1].StatusCode, Is.EqualTo(429));
            Assert.That(answers[^1].Headers.RetryAfter, Is.Not.Null);
        }
    }

    [Test]
    public async Task A_state_of_a_draft_is_rendered_once_however_often_it_is_opened()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var id = await SaveAsync(desk, "Як бор навишта");
        var address = await LinkAsync(desk, id);
        var drafts = host.Services.GetRequiredService<RenderedDrafts>();
        using var visitor = host.Client();

        var before = drafts.Rendered;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.PageAsync(address)));
        var once = drafts.Rendered;
        await desk.PostAsync(
            $"/admin/sites/{SiteHost.Agency}/content/{id}", $"/admin/sites/{SiteHost.Agency}/content/{id}",
            ("revision", "1"), ("tg.Title", "Бори дуюм"), ("tg.Body", "Матни пешнамоиш."),
            ("shared.Date", "2026-11-20T10:00"), ("verb", "save"));
        var changed = await visitor.PageAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((once - before, drafts.Rendered - once), Is.EqualTo((1, 1)));
            Assert.That(changed.All("h1"), Is.EqualTo(["Бори дуюм"]));
        }
    }

    [Test]
    public async Task Too_many_looks_from_one_network_are_put_off_on_all_sites_together()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var address = await LinkAsync(desk, await SaveAsync(desk, "Бисёр дида"));
        using var visitor = host.Client();
        for (var look = 0; look < EgovSites.Features.Sections.PreviewModel.MostLooks; look++)
        {
            Assert.That((await visitor.GetAsync($"/site/{SiteHost.OtherAgency}/tg/preview/{look}"))
                .StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
        }

        var refused = await visitor.PageAsync(address);
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", DeskClient.NewAddress());
        var elsewhere = await visitor.PageAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(429));
            Assert.That(refused.Response.Headers.RetryAfter, Is.Not.Null);
            Assert.That(refused.Response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(elsewhere.Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task A_link_without_the_right_to_agree_takes_no_agreement()
    {
        var (desk, host, id) = await DraftAsync("Танҳо хондан");
        using var keep = desk;

        var answer = await host.Client().PostAsync(await LinkAsync(desk, id), Named("Касе"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task A_whole_set_of_drafts_is_listed_and_an_item_outside_it_is_not_found()
    {
        var (desk, host, first) = await DraftAsync("Якуми маҷмӯа");
        using var keep = desk;
        var second = await SaveAsync(desk, "Дуюми маҷмӯа");
        var outside = await SaveAsync(desk, "Берун аз маҷмӯа");
        var address = await LinkAsync(desk, first, ("items", second));
        using var visitor = host.Client();

        var list = await visitor.PageAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.All("main li h2"), Is.EquivalentTo(["Якуми маҷмӯа", "Дуюми маҷмӯа"]));
            Assert.That((await visitor.PageAsync($"{address}/{second}")).Status, Is.EqualTo(200));
            Assert.That((await visitor.PageAsync($"{address}/{outside}")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task The_editors_own_window_shows_what_is_typed_and_not_saved_and_nobody_elses_item()
    {
        var (desk, host, id) = await DraftAsync("Захирашуда");
        using var keep = desk;
        using var stranger = await DeskClient.SignInAsync(host, Role.Author, SiteHost.OtherAgency);
        var window = $"{Links}/window/{id}/tg";

        await desk.PostAsync(New, $"/admin/sites/{SiteHost.Agency}/autosave/News/{id}", ("revision", "1"),
            ("typed", "true"), ("tg.Title", "Ҳозир навишташуда"));
        var led = await desk.GetAsync(window);
        var page = await host.Client().PageAsync(led.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("h1"), Is.EqualTo(["Ҳозир навишташуда"]));
            Assert.That(page.Response.Headers.GetValues("X-Frame-Options"), Is.EqualTo(["SAMEORIGIN"]));
            Assert.That((await stranger.GetAsync(window)).Status, Is.EqualTo(404));
            Assert.That((await stranger.GetAsync(Links)).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task The_own_window_is_good_for_an_hour_unless_the_desk_renews_it()
    {
        await using var host = await SiteHost.StartAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var id = await SaveAsync(desk, "Як соат");
        var first = await WindowAsync(desk, id);

        host.Clock.Advance(TimeSpan.FromMinutes(50));
        var renewed = await WindowAsync(desk, id);
        host.Clock.Advance(TimeSpan.FromMinutes(15));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StatusAsync(host, first), Is.EqualTo(404));
            Assert.That(await StatusAsync(host, renewed), Is.EqualTo(200));
            Assert.That(
                await StatusAsync(host,
                    renewed.Replace(SiteHost.Agency, SiteHost.OtherAgency, StringComparison.Ordinal)), Is.EqualTo(404));
            await using var look = TestDesk.Open(host);
            Assert.That(await look.Db.Set<PreviewLink>().AnyAsync(), Is.False, "nothing is kept for it");
        }
    }

    [Test]
    public async Task The_own_window_ends_with_the_session_or_the_membership_of_its_maker()
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var leaving = await DeskClient.SignInAsync(host, Role.Author);
        using var ended = new DeskClient(host);
        await ended.EnterAsync(leaving.Email, DeskClient.Password);
        using var removed = await DeskClient.SignInAsync(host, Role.Author);
        var id = await SaveAsync(leaving, "Баромад");
        var windows = await Task.WhenAll(WindowAsync(leaving, id), WindowAsync(ended, id), WindowAsync(removed, id));
        var before = await Task.WhenAll(windows.Select(window => StatusAsync(host, window)));

        await leaving.PostAsync("/admin/profile", "/admin/profile/sessions?handler=Others");
        await RemoveAsync(host, removed.Email);
        var after = await Task.WhenAll(windows.Select(window => StatusAsync(host, window)));
        await leaving.PostAsync("/admin/profile", "/admin/sign-out");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo([200, 200, 200]));
            Assert.That(after, Is.EqualTo([200, 404, 404]));
            Assert.That(await StatusAsync(host, windows[0]), Is.EqualTo(404));
        }
    }

    private static async Task RemoveAsync(SiteHost host, string email)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>()
            .CreateDbContextAsync();
        var id = await db.Users.Where(editor => editor.Email == email).Select(editor => editor.Id).SingleAsync();
        await db.Memberships.Where(row => row.EditorId == id).ExecuteDeleteAsync();
    }

    private static async Task<string> WindowAsync(DeskClient desk, string id) =>
        (await desk.GetAsync($"{Links}/window/{id}/tg")).Response.Headers.Location!.ToString();

    private static async Task<int> StatusAsync(SiteHost host, string address) =>
        (await host.Client().PageAsync(address)).Status;

    private static FormUrlEncodedContent Named(string name, int revision = 1) =>
        new([new("name", name), new("revision", revision.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    private static async Task<(DeskClient Desk, SiteHost Host, string Id)> DraftAsync(string title)
    {
        var host = await SharedHost.GetAsync();
        var desk = await DeskClient.SignInAsync(host, Role.Author);
        return (desk, host, await SaveAsync(desk, title));
    }

    private static async Task<string> SaveAsync(DeskClient desk, string title)
    {
        var saved = await desk.PostAsync(
            New, New, ("revision", "0"), ("tg.Title", title), ("tg.Body", "Матни пешнамоиш."), ("verb", "save"));
        return Regex.Match(saved.Response.Headers.Location!.ToString(), "/content/([^?]+)").Groups[1].Value;
    }

    private static async Task<string> LinkAsync(DeskClient desk, string id, params (string, string)[] more)
    {
        var made = await desk.PostAsync(Links, Links, [("items", id), ("until", "2026-11-26T10:00"), .. more]);
        return new Uri(made.Document.QuerySelector("#address")!.GetAttribute("value")!).PathAndQuery;
    }
}
