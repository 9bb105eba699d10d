using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Admin.Writing.Media;

public class UploadsTests
{
    private const string Library = $"/admin/sites/{SiteHost.Agency}/media";
    private const string Uploads = $"{Library}/uploads";

    [Test]
    public async Task A_file_arrives_in_pieces_and_goes_on_after_a_break()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var id = await BeginAsync(desk, "school.jpg", MediaDesk.Picture.Length);

        await PieceAsync(desk, id, 0, MediaDesk.Picture[..1000]);
        // The answer was lost, so the browser sends the same piece again, and learns where to go on.
        var again = await PieceAsync(desk, id, 0, MediaDesk.Picture[..1000]);
        var early = await FinishAsync(desk, id);
        var asked = await StateAsync(desk, id);
        await PieceAsync(desk, id, 1000, MediaDesk.Picture[1000..]);
        var done = await FinishAsync(desk, id);
        var file = JsonDocument.Parse(await done.Content.ReadAsStringAsync()).RootElement;
        var page = await desk.GetAsync($"{Library}/{file.GetProperty("id").GetString()}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(OffsetIn(await again.Content.ReadAsStringAsync()), Is.EqualTo(1000));
            Assert.That(early.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(asked, Is.EqualTo(1000));
            Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(file.GetProperty("width").GetInt32(), Is.Positive);
            Assert.That(page.Document.QuerySelector("#folder")!.GetAttribute("value"), Is.EqualTo("Аксҳо"));
            Assert.That((await desk.GetAsync($"{Uploads}/{id}")).Status, Is.EqualTo(404), "it is a library file now");
        }
    }

    [Test]
    public async Task Pieces_may_lead_neither_past_the_stated_size_nor_the_largest_piece()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var small = await BeginAsync(desk, "a.csv", 10);
        var large = await BeginAsync(desk, "b.csv", MediaStore.MaxDocument);

        var past = await PieceAsync(desk, small, 0, new byte[11]);
        var huge = await PieceAsync(desk, large, 0, new byte[MediaUploads.MaxPiece + 1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(past.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(huge.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(await StateAsync(desk, small), Is.Zero);
            Assert.That(await StateAsync(desk, large), Is.Zero);
        }
    }

    [TestCase(0, false)]
    [TestCase(-5, false)]
    [TestCase(MediaStore.MaxDocument + 1, true)]
    public async Task A_size_that_cannot_be_is_refused_with_the_true_reason(long size, bool isTooLarge)
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var answer =
            await desk.PostAsync(Library, Uploads, JsonContent.Create(new { name = "a.pdf", size, folder = "" }));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("problem")
            .GetString();
        Assert.That(said, Does.Contain("a.pdf"));
        Assert.That(said!.Contains("25", StringComparison.Ordinal), Is.EqualTo(isTooLarge));
    }

    [Test]
    public async Task A_long_name_with_an_emoji_at_its_cut_is_kept_whole()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var name = string.Concat(Enumerable.Repeat("😀", 150));
        var id = await BeginAsync(desk, $"a{name}.csv", 4);

        await PieceAsync(desk, id, 0, "a,b\n"u8.ToArray());
        var done = JsonDocument.Parse(await (await FinishAsync(desk, id)).Content.ReadAsStringAsync()).RootElement;

        Assert.That(done.GetProperty("name")
            .GetString(), Is.EqualTo($"a{string.Concat(Enumerable.Repeat("😀", 49))}.csv"));
    }

    [Test]
    public async Task An_upload_belongs_to_who_began_it()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        using var colleague = await DeskClient.SignInAsync(host, Role.AgencyAdministrator);
        using var central = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        var id = await BeginAsync(desk, "a.csv", 4);
        var elsewhere = $"/admin/sites/{SiteHost.OtherAgency}/media";

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await colleague.GetAsync($"{Uploads}/{id}")).Status, Is.EqualTo(404));
            Assert.That((await PieceAsync(colleague, id, 0, "a,b\n"u8.ToArray()))
                .StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await FinishAsync(colleague, id)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(
                (await central.PostAsync(elsewhere, $"{elsewhere}/uploads/{id}?offset=0", new ByteArrayContent([1])))
                    .StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(
                (await desk.PostAsync(Library, $"{elsewhere}/uploads",
                    JsonContent.Create(new { name = "a", size = 1 }))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task A_post_without_the_pages_token_is_refused()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);

        var answer =
            await desk.PostAsync("/admin/no-such-page", Uploads, JsonContent.Create(new { name = "a.csv", size = 4 }));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Unfinished_uploads_are_limited_and_lapse_after_a_day()
    {
        await using var host = await SiteHost.StartAsync();
        var scope = host.ScopeOf(SiteHost.Agency);
        await using var _ = scope;
        var uploads = scope.ServiceProvider.GetRequiredService<MediaUploads>();
        var actor = TestDesk.Officer;
        var first = (await uploads.BeginAsync(actor, "a.csv", 4, "")).Upload!;
        await uploads.AppendAsync(first, 0, new MemoryStream([65]));
        for (var count = 1; count < MediaUploads.MaxUnfinished; count++)
        {
            await uploads.BeginAsync(actor, "a.csv", 4, "");
        }

        var refused = await uploads.BeginAsync(actor, "a.csv", 4, "");
        var other = await uploads.BeginAsync(actor with { EditorId = "other" }, "a.csv", 4, "");
        host.Clock.Advance(TimeSpan.FromHours(25));
        await host.Services.GetRequiredService<ClockGuard>().ConfirmAsync();
        var lapsed = await uploads.FindAsync(actor, first.Id);
        var next = await uploads.BeginAsync(actor, "a.csv", 4, "");
        var folder = Path.Combine(scope.ServiceProvider.GetRequiredService<SiteDatabases>()
            .FolderOf(host.Tenant(SiteHost.Agency).Id), "uploads");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Problem!.Key, Is.EqualTo("media.tooManyUploads"));
            Assert.That(other.Problem, Is.Null);
            Assert.That(lapsed, Is.Null);
            Assert.That(next.Problem, Is.Null);
            Assert.That(Directory.GetFiles(folder), Is.Empty);
        }
    }

    [Test]
    public async Task A_hostile_file_is_refused_at_the_end_and_its_pieces_are_gone()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray();
        var id = await BeginAsync(desk, "../../logo.jpg", svg.Length);
        await PieceAsync(desk, id, 0, svg);

        var answer = await FinishAsync(desk, id);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await desk.GetAsync($"{Uploads}/{id}")).Status, Is.EqualTo(404));
        Assert.That(Directory.GetFiles(host.DataFolder, id, SearchOption.AllDirectories), Is.Empty);
    }

    private static async Task<string> BeginAsync(DeskClient desk, string name, long size)
    {
        var answer = await desk.PostAsync(Library, Uploads, JsonContent.Create(new { name, size, folder = "Аксҳо" }));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
    }

    private static Task<HttpResponseMessage> PieceAsync(DeskClient desk, string id, long offset, byte[] piece) =>
        desk.PostAsync(Library, $"{Uploads}/{id}?offset={offset}", new ByteArrayContent(piece));

    private static Task<HttpResponseMessage> FinishAsync(DeskClient desk, string id) =>
        desk.PostAsync(Library, $"{Uploads}/{id}?handler=Finish", new ByteArrayContent([]));

    private static async Task<long> StateAsync(DeskClient desk, string id) =>
        OffsetIn(await (await desk.GetAsync($"{Uploads}/{id}")).Response.Content.ReadAsStringAsync());

    private static long OffsetIn(string json) => JsonDocument.Parse(json).RootElement.GetProperty("offset").GetInt64();
}
