using System.Net;
using System.Text;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin;

/// <summary>What a signed-in person's browser may send by accident or on purpose, and is no fault of ours.</summary>
public class StaffInputTests
{
    private const string Site = $"/admin/sites/{SiteHost.Agency}";

    [TestCase("/content?run=a%00b")]
    [TestCase("/audit?item=%00")]
    [TestCase("/media?folder=%00")]
    [TestCase("/previews?item=%00")]
    [TestCase("/content?q=%00")]
    public async Task A_nul_is_a_bad_question_and_not_a_store_that_is_away(string address)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Editor);

        Assert.That((await desk.GetAsync(Site + address)).Status, Is.LessThan(500));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{\"name\":{},\"size\":\"x\"}")]
    [TestCase("{\"name\":\"a\",\"size\":1e400}")]
    public async Task An_upload_that_begins_with_no_json_is_a_bad_question(string body)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Editor);

        using var answer = await desk.PostAsync(
            $"{Site}/media", $"{Site}/media/uploads", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("?Word=a\r\nSet-Cookie: x=y")]
    [TestCase("?Word=\u04b7")]
    [TestCase("//evil.test")]
    public async Task The_way_back_is_always_the_list_of_sites(string back)
    {
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.CentralAdministrator);

        var page = await desk.PostAsync(
            "/admin/sites", "/admin/sites?handler=Resume", ("id", host.Tenant(SiteHost.Agency).Id), ("back", back));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(302));
            Assert.That(page.Response.Headers.Location?.OriginalString, Does.Match("^/admin/sites($|\\?)"));
            Assert.That(page.Response.Headers.Contains("Set-Cookie"), Is.False);
        }
    }

    [Test]
    public async Task A_store_that_takes_nothing_gives_the_typed_words_back()
    {
        Assume.That(TestDatabase.IsPostgres, Is.False, "PostgreSQL has no lock on the whole site.");
        await using var host = await SiteHost.StartAsync(SiteHost.Agency);
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var form = $"{Site}/content/new/News";
        var file = host.Services.GetRequiredService<SiteDatabases>().FileOf(host.Tenant(SiteHost.Agency).Id);
        await using var other = new SqliteConnection($"Data Source={file};Pooling=false");
        await other.OpenAsync();
        Page refused;
        await using (await other.BeginTransactionAsync())
        {
            refused = await desk.PostAsync(form, form, ("revision", "0"), ("tg.Title", "Сарлавҳа"),
                ("ru.Title", "Заголовок"), ("verb", "publish:all"));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(503));
            Assert.That(refused.Response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(refused.All("#tg-Title"), Is.EqualTo(["Сарлавҳа"]));
            Assert.That(refused.All("#ru-Title"), Is.EqualTo(["Заголовок"]));
            Assert.That(refused.All(".notice[role=alert] li").Single(), Does.StartWith("Ҳоло ҳеҷ чиз захира нашуд"));
        }
    }

    [Test]
    public async Task A_new_item_under_the_id_of_a_binned_one_is_told_so_in_words()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        await using var look = TestDesk.Open(host);
        var item = await look.SaveAsync(("tg", "Ба сабад"));
        await look.Do<MoveToBin>().RunAsync(TestDesk.Officer, item);

        var page = await desk.PostAsync($"{Site}/content/new/{look.Type.Name}", $"{Site}/content/new/{look.Type.Name}",
            ("item", item), ("tg.Title", "Дигар"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(422));
            Assert.That(page.Text, Does.Contain("Дар сабад"));
        }
    }
}
