using System.Text.RegularExpressions;
using EgovSites.Admin.Languages.Requests;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Languages.Requests;

public partial class RequestTests
{
    private const string Site = $"/admin/sites/{SiteHost.Agency}";

    [Test]
    public async Task A_colleague_accepts_translates_and_delivers()
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        using var translator = await DeskClient.SignInAsync(host, Role.Author);
        var (item, request) = await AskAsync(host, asker, await IdOfAsync(host, translator));

        var accepted = await MoveAsync(translator, request, RequestVerb.Accept);
        var tooEarly = await MoveAsync(translator, request, RequestVerb.Deliver);
        await translator.PostAsync($"{Site}/content/{item}", $"{Site}/content/{item}", ("revision", "1"),
            ("tg.Title", "Матни аслӣ"), ("ru.Title", "Перевод"), ("verb", "save"));
        var delivered = await MoveAsync(translator, request, RequestVerb.Deliver);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(accepted.Status, Is.EqualTo(302));
            Assert.That(tooEarly.Status, Is.EqualTo(422), "Nothing is translated yet.");
            Assert.That(delivered.Status, Is.EqualTo(302));
            Assert.That(await StateAsync(host, request), Is.EqualTo(RequestState.Delivered));
            Assert.That(
                await LogAsync(host, item), Is.SupersetOf(["askTranslation", "requestAccept", "requestDeliver"]));
        }
    }

    [Test]
    public async Task Central_translators_see_the_requests_of_all_sites_in_one_list_and_edit_through_their_membership()
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        using var neighbour = await DeskClient.SignInAsync(host, Role.Author, SiteHost.OtherAgency);
        using var centre = await CentralTranslatorAsync(host);
        var (item, request) = await AskAsync(host, asker, "");
        var (_, second) = await AskAsync(host, neighbour, "", SiteHost.OtherAgency);

        var list = await centre.GetAsync("/admin/requests");
        var accepted =
            await centre.PostAsync("/admin/requests", "/admin/requests", ("request", request), ("verb", "Accept"));
        var editor = await centre.GetAsync($"{Site}/content/{item}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Buttons(list, request), Does.Contain("Accept"));
            Assert.That(Buttons(list, second), Does.Contain("Accept"));
            Assert.That(accepted.Status, Is.EqualTo(302));
            Assert.That(editor.Status, Is.EqualTo(200));
            Assert.That(editor.Document.QuerySelectorAll("[value^='publish:']"), Is.Empty,
                "Translating is no right to publish.");
            Assert.That((await centre.GetAsync("/admin/sites")).Status, Is.EqualTo(403));
        }
    }

    [Test]
    public async Task Only_the_centre_opens_the_list_of_all_sites()
    {
        var host = await SharedHost.GetAsync();
        using var administrator = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);

        Assert.That((await administrator.GetAsync("/admin/requests")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_central_translator_opens_only_what_is_asked_and_writes_only_the_language_asked_for(
        [Values(Role.Translator, Role.Author)] Role role)
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        using var centre = await CentralTranslatorAsync(host, role);
        var (item, _) = await AskAsync(host, asker, "");
        var unasked = $"{Site}/content/{await ItemAsync(asker, SiteHost.Agency)}";
        var form = $"{Site}/content/{item}";

        var saved = await centre.PostAsync(form, form, ("revision", "1"), ("ru.Title", "Переведено"),
            ("en.Title", "Not asked"), ("tg.Title", "Дигар"), ("verb", "save"));
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var words = await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<Translation>().AsNoTracking()
            .Where(row => row.ItemId == item).ToDictionaryAsync(row => row.Culture, row => row.Title);
        var closed = new Dictionary<string, int>();
        foreach (var path in new[] { "", "/content", "/content/new/News", "/media", "/previews", "/audit", "/bin",
            "/people", "/appeals", $"/content/{item}/versions" })
        {
            closed[path] = (await centre.GetAsync(Site + path)).Status;
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Status, Is.EqualTo(302), saved.Text);
            Assert.That(words,
                Is.EquivalentTo(new Dictionary<string, string> { ["tg"] = "Матни аслӣ", ["ru"] = "Переведено" }));
            Assert.That((await centre.GetAsync(unasked)).Status, Is.EqualTo(404));
            Assert.That((await centre.PostAsync("/admin/profile", unasked, ("revision", "1"), ("ru.Title", "x")))
                .Status, Is.EqualTo(404));
            Assert.That(closed.Where(pair => pair.Value != 403), Is.Empty);
        }
    }

    [TestCase(RequestVerb.Accept)]
    [TestCase(RequestVerb.SendBack)]
    [TestCase(RequestVerb.Withdraw)]
    public async Task A_third_person_moves_nothing(RequestVerb verb)
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        using var translator = await DeskClient.SignInAsync(host, Role.Author);
        using var third = await DeskClient.SignInAsync(host, Role.Editor);
        var (_, request) = await AskAsync(host, asker, await IdOfAsync(host, translator));

        var refused = await MoveAsync(third, request, verb, "Сабаб");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(await StateAsync(host, request), Is.EqualTo(RequestState.Asked));
        }
    }

    [Test]
    public async Task Another_sites_request_and_item_are_not_found()
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        using var stranger = await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency);
        var (item, request) = await AskAsync(host, asker, "");
        var foreign = $"/admin/sites/{SiteHost.OtherAgency}";

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await stranger.GetAsync($"{Site}/requests")).Status, Is.EqualTo(404));
            Assert.That((await stranger.GetAsync($"{foreign}/content/{item}/request")).Status, Is.EqualTo(404));
            Assert.That(
                (await stranger.PostAsync($"{foreign}/requests", $"{foreign}/requests", ("request", request),
                    ("verb", "Withdraw"))).Status, Is.EqualTo(404));
            Assert.That(Buttons(await stranger.GetAsync($"{foreign}/requests"), request), Is.Empty);
        }
    }

    [Test]
    public async Task Sending_back_needs_a_reason_which_the_asker_reads()
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        using var translator = await DeskClient.SignInAsync(host, Role.Author);
        var (_, request) = await AskAsync(host, asker, await IdOfAsync(host, translator));

        var silent = await MoveAsync(translator, request, RequestVerb.SendBack);
        await MoveAsync(translator, request, RequestVerb.SendBack, "Матни аслӣ ҳанӯз тайёр нест");
        var closed = await asker.GetAsync($"{Site}/requests?tab=Closed");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(silent.Status, Is.EqualTo(422));
            Assert.That(closed.Text, Does.Contain("Матни аслӣ ҳанӯз тайёр нест"));
        }
    }

    [Test]
    public async Task A_withdrawn_request_can_be_made_anew_and_an_open_one_not_twice()
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        var (item, request) = await AskAsync(host, asker, "");

        var twice = await asker.PostAsync(
            $"{Site}/content/{item}/request", $"{Site}/content/{item}/request", Form("", "2026-12-01"));
        await MoveAsync(asker, request, RequestVerb.Withdraw);
        var anew = await asker.PostAsync(
            $"{Site}/content/{item}/request", $"{Site}/content/{item}/request", Form("", "2026-12-01"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(twice.Status, Is.EqualTo(422));
            Assert.That(anew.Status, Is.EqualTo(302));
        }
    }

    [TestCase("2026-11-19", "", "ru")]
    [TestCase("soon", "", "ru")]
    [TestCase("2026-12-01", "nobody", "ru")]
    [TestCase("2026-12-01", "", "tg")]
    [TestCase("2026-12-01", "", "fr")]
    public async Task A_wrong_date_person_or_language_is_refused(string until, string to, string culture)
    {
        var host = await SharedHost.GetAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        var item = await ItemAsync(asker, SiteHost.Agency);

        var refused = await asker.PostAsync(
            $"{Site}/content/{item}/request", $"{Site}/content/{item}/request", Form(to, until, culture));

        Assert.That(refused.Status, Is.EqualTo(422));
    }

    [Test]
    public async Task An_overdue_request_is_marked_and_stands_on_the_dashboard()
    {
        await using var host = await SiteHost.StartAsync();
        using var asker = await DeskClient.SignInAsync(host, Role.Author);
        await AskAsync(host, asker, "");

        host.Clock.Advance(TimeSpan.FromDays(20));
        using var later = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        var list = await later.GetAsync($"{Site}/requests");
        var model = await PanelAsync(host, await IdOfAsync(host, asker));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Document.QuerySelectorAll(".requests .tag.stop"), Has.Length.EqualTo(1));
            Assert.That(model!.Requests.Single().IsOverdue(model.Today), Is.True);
        }
    }

    [Test]
    public void Every_open_state_leads_on_and_none_leads_back_from_the_end()
    {
        foreach (var state in Enum.GetValues<RequestState>())
        {
            var steps = Enum.GetValues<RequestVerb>().Select(verb => RequestTable.Find(state, verb))
                .OfType<RequestTable.Step>().ToList();
            Assert.That(steps, RequestTable.Open.Contains(state) || state == RequestState.Delivered ? Is.Not.Empty
                : Is.Empty, $"{state}");
        }
    }

    private static async Task<RequestsPanel.View?> PanelAsync(SiteHost host, string editorId)
    {
        await using var scope = host.ScopeOf(SiteHost.Agency);
        var panel = scope.ServiceProvider.GetServices<IDeskPanel>().OfType<RequestsPanel>().Single();
        return (RequestsPanel.View?)await panel.ModelAsync(
            new Actor(editorId, "", Role.Author), CancellationToken.None);
    }

    private static async Task<DeskClient> CentralTranslatorAsync(SiteHost host, Role role = Role.Translator)
    {
        var desk = new DeskClient(host);
        await desk.RedeemAsync(await desk.InviteAsync(Membership.Everywhere, role));
        return desk;
    }

    private static async Task<(string Item, string Request)> AskAsync(
        SiteHost host, DeskClient asker, string to, string site = SiteHost.Agency)
    {
        var item = await ItemAsync(asker, site);
        var form = $"/admin/sites/{site}/content/{item}/request";
        Assert.That((await asker.PostAsync(form, form, Form(to, "2026-12-01"))).Status, Is.EqualTo(302));
        await using var db = await HostAsync(host);
        return (item, await db.Set<TranslationRequest>().Where(row => row.ItemId == item).Select(row => row.Id)
            .SingleAsync());
    }

    private static async Task<string> ItemAsync(DeskClient desk, string site)
    {
        var form = $"/admin/sites/{site}/content/new/News";
        var saved = await desk.PostAsync(form, form, ("revision", "0"), ("tg.Title", "Матни аслӣ"), ("verb", "save"));
        return Id().Match(saved.Response.Headers.Location!.ToString()).Value;
    }

    private static (string, string)[] Form(string to, string until, string culture = "ru") =>
        [("culture", culture), ("To", to), ("Until", until), ("Note", "Лутфан шитоб кунед")];

    private static Task<Page> MoveAsync(DeskClient desk, string request, RequestVerb verb, string reason = "") =>
        desk.PostAsync($"{Site}/requests", $"{Site}/requests", ("request", request), ("verb", verb.ToString()),
            ("reason", reason));

    private static IEnumerable<string> Buttons(Page page, string request) =>
        page.Document.QuerySelectorAll($"form:has([value='{request}']) button[name=verb]")
            .Select(button => button.GetAttribute("value")!);

    private static async Task<string> IdOfAsync(SiteHost host, DeskClient desk)
    {
        await using var db = await HostAsync(host);
        return await db.Users.Where(editor => editor.Email == desk.Email).Select(editor => editor.Id).SingleAsync();
    }

    private static async Task<RequestState> StateAsync(SiteHost host, string request)
    {
        await using var db = await HostAsync(host);
        return await db.Set<TranslationRequest>().Where(row => row.Id == request).Select(row => row.State)
            .SingleAsync();
    }

    private static async Task<List<string>> LogAsync(SiteHost host, string item)
    {
        await using var scope = host.ScopeOf(SiteHost.Agency);
        return await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<AuditEntry>()
            .Where(entry => entry.ItemId == item).Select(entry => entry.Verb).ToListAsync();
    }

    private static Task<HostDbContext> HostAsync(SiteHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<HostDbContext>>().CreateDbContextAsync();

    [GeneratedRegex("(?<=/content/)[0-9a-z]{26}")]
    private static partial Regex Id();
}
