using System.Text.RegularExpressions;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk.Rights;
using EgovSites.Tests.Admin;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Platform.Desk.Rights;

/// <summary>The table of rights against the host that serves it, and against the book that explains it.</summary>
public partial class RightsTests
{
    [Test]
    public async Task Every_page_of_the_desk_has_its_row_and_every_row_its_page()
    {
        var host = await SharedHost.GetAsync();
        var pages = await host.Services.GetRequiredService<DeskPages>().ListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pages, Has.Count.GreaterThan(50));
            Assert.That(RightsCheck.Faults(host.Services.GetRequiredService<RightsTable>(), pages), Is.Empty);
        }
    }

    [TestCase("/admin/sites/{site}/audit", "no row for GET /admin/sites/{site}/audit")]
    [TestCase("/admin/sites/{site}/people", "no row for POST Invite /admin/sites/{site}/people")]
    public void A_page_without_a_row_keeps_the_host_from_starting(string page, string fault) =>
        Assert.That(
            async () =>
                await (await SiteHost.StartAsync(SiteHost.Agency, services => Without(services, page))).DisposeAsync(),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(fault));

    [Test]
    public void A_guarded_page_that_the_table_opens_to_anybody_is_a_fault_and_so_is_a_row_without_a_page()
    {
        var table = new RightsTable(
            [new("/admin/a", Who.Anybody, "GET"), new("/admin/b", Who.SignedIn, "GET"),
                new("/admin/c", Who.Centre, "GET")]);

        var faults = RightsCheck.Faults(table, [new("/admin/a", true, ["GET"]), new("/admin/b", false, ["GET"])]);

        Assert.That(faults,
            Is.EqualTo(
                ["GET /admin/a is a page behind the sign-in", "GET /admin/b is not a page behind the sign-in",
                    "no page for GET /admin/c"]));
    }

    [Test]
    public async Task Every_role_finds_at_every_page_and_verb_what_the_table_says([Values] Role role)
    {
        var host = await SharedHost.GetAsync();
        using var desk = role == Role.None
            ? await DeskClient.SignInAsync(host, Role.AgencyAdministrator, SiteHost.OtherAgency)
            : await DeskClient.SignInAsync(host, role);
        var rows = host.Services.GetRequiredService<RightsTable>().Rows.Where(row => row.Who != Who.Anybody);
        var token = await TokenAsync(desk);

        var wrong = new List<string>();
        foreach (var (row, verb) in rows.SelectMany(row => row.Verbs.Select(verb => (row, verb))))
        {
            var status = await AskAsync(desk, token, row.Page, verb);
            if (!Fits(row, verb, role, status))
            {
                wrong.Add($"{verb} {row.Page}: {status}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task The_book_says_what_the_table_says()
    {
        var host = await SharedHost.GetAsync();
        var book = await File.ReadAllTextAsync(Path.Combine(SourceRoot.Path, "docs/security.md"));

        var lines = host.Services.GetRequiredService<RightsTable>().Rows
            .Select(row =>
                $"| `{row.Page}` | {string.Join(", ", row.Verbs)} | {row.Who.Name}{(row.IfAsked ? "; translators, if asked" : "")} |");
        var choices = new[] { Who.Writers, Who.Readers, Who.Translators, Who.Viewers, Who.Editors, Who.Administrators,
            Who.Officers, Who.Centre, Who.CentralReaders, Who.CentralTranslators }
            .Select(who => $"| {who.Name} | {string.Join(", ", who.Roles)} |");

        Assert.That(lines.Concat(choices).Where(line => !book.Contains(line, StringComparison.Ordinal)), Is.Empty);
    }

    // What the table opens may still find no such item; what it closes is refused before anything is looked for.
    private static bool Fits(Right row, string verb, Role role, int status)
    {
        var isOfSite = row.Page.StartsWith(RightsTable.OfSite, StringComparison.Ordinal);
        // The question before deleting needs to know about what it is.
        var isPlain = !row.Page.EndsWith("/removal", StringComparison.Ordinal)
            && !row.Page.Replace("{site}", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal);
        return role == Role.None && isOfSite ? status == 404
            : row.Who.Includes(isOfSite || IsOfCentre(role) ? [role] : [])
            ? status is not 403 && !(isPlain && verb == "GET" && status == 404)
            : row.IfAsked && role == Role.Translator ? status == 404
            : status == 403;
    }

    // The translator of this test is one of a site.
    private static bool IsOfCentre(Role role) => role is Role.CentralAdministrator or Role.Inspector;

    private static async Task<string> TokenAsync(DeskClient desk) => (await desk.GetAsync("/admin/profile")).Document
        .QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<int> AskAsync(DeskClient desk, string token, string page, string verb)
    {
        var address = Optional().Replace(page, "").Replace("{site}", SiteHost.Agency, StringComparison.Ordinal)
            .Replace("{language}", "tg", StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{type}", "x", StringComparison.Ordinal).Replace("{name}", "x", StringComparison.Ordinal);
        address = Id().Replace(address, _ => Ids.New());
        return verb == "GET"
            ? (await desk.GetAsync(address)).Status
            : await desk.SendAsync($"{address}{(verb == "POST" ? "" : "?handler=" + verb["POST ".Length..])}", token);
    }

    private static void Without(IServiceCollection services, string page)
    {
        foreach (var row in services.Where(one => one.ImplementationInstance is Right right && right.Page == page)
            .ToList())
        {
            services.Remove(row);
        }
    }

    [GeneratedRegex(@"/\{\w+\?\}")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Id();
}
