using EgovSites.Platform.Accounts;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Admin.Languages;

/// <summary>
/// What the editor offers where a source has changed since its translation; without script, as the tests are.
/// </summary>
public class OutdatedEditorTests
{
    private const string NewItem = $"/admin/sites/{SiteHost.Agency}/content/new/News";

    [Test]
    public async Task The_changed_words_of_the_source_stand_under_the_translations_field()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var page = await desk.GetAsync(await OutdatedAsync(desk));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All(".pane.ru .source-change del"), Is.EqualTo(["22"]));
            Assert.That(page.All(".pane.ru .source-change ins"), Is.EqualTo(["24"]));
            Assert.That(page.Document.QuerySelectorAll(".pane.tg .source-change"), Is.Empty);
            Assert.That(page.Document.QuerySelector(".pane.ru .changes")!.GetAttribute("lang"), Is.EqualTo("tg"));
        }
    }

    [TestCase("still:ru")]
    [TestCase("still:ru:Body")]
    public async Task Still_right_saves_what_is_typed_and_settles_the_field(string verb)
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var address = await OutdatedAsync(desk);

        await desk.PostAsync(
            address, address, Form(2, "Дар он 24 духтур кор мекунад.", "В нём работают 24 врача.", verb));
        var page = await desk.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All("#ru-Body"), Is.EqualTo(["В нём работают 24 врача."]));
            Assert.That(page.Document.QuerySelectorAll(".source-change"), Is.Empty);
        }
    }

    [Test]
    public async Task Taken_over_paragraphs_stand_marked_beside_what_was_typed_and_keep_it_from_being_published()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Editor);
        var address = await OutdatedAsync(desk);

        await desk.PostAsync(
            address, address, Form(2, "Дар он 24 духтур кор мекунад.", "Только что набрано.", "take:ru:Body"));
        var taken = await desk.GetAsync(address);
        var refused = await desk.PostAsync(address, address,
            Form(3, "Дар он 24 духтур кор мекунад.", taken.Document.QuerySelector("#ru-Body")!.TextContent,
                "publish:ru"));
        var told = await desk.GetAsync(refused.Response.Headers.Location!.ToString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken.Document.QuerySelector("#ru-Body")!.TextContent, Does.Contain("Только что набрано.")
                .And.Contain("⟦tg⟧ Дар он 24 духтур"));
            Assert.That(taken.Document.QuerySelectorAll(".pane.ru .source-change"), Is.Not.Empty);
            Assert.That(told.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"), Is.EqualTo("#ru-Body"));
        }
    }

    [Test]
    public async Task The_list_of_outdated_items_agrees_with_the_editor()
    {
        using var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var address = await OutdatedAsync(desk);
        // Other tests' items are outdated too, and a page has room for thirty.
        var list = $"/admin/sites/{SiteHost.Agency}/content?who=me&missing=outdated:";

        var russian = await desk.GetAsync(list + "ru");
        var english = await desk.GetAsync(list + "en");
        await desk.PostAsync(
            address, address, Form(2, "Дар он 24 духтур кор мекунад.", "В нём работают 24 врача.", "still:ru"));
        var settled = await desk.GetAsync(list + "ru");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((russian.Status, Lists(russian, address)), Is.EqualTo((200, true)));
            Assert.That(Lists(english, address), Is.False);
            Assert.That(Lists(settled, address), Is.False);
        }
    }

    private static bool Lists(Page page, string address) =>
        page.Document.QuerySelector($"a[href='{address}']") is not null;

    private static async Task<string> OutdatedAsync(DeskClient desk)
    {
        var saved = await desk.PostAsync(
            NewItem, NewItem, Form(0, "Дар он 22 духтур кор мекунад.", "В нём работают 22 врача.", "save"));
        var address = saved.Response.Headers.Location!.ToString().Split('?')[0];
        await desk.PostAsync(
            address, address, Form(1, "Дар он 24 духтур кор мекунад.", "В нём работают 22 врача.", "save"));
        return address;
    }

    private static (string, string)[] Form(int revision, string tg, string ru, string verb) =>
    [
        ("revision", $"{revision}"), ("tg.Title", "Маркази саломатӣ"), ("tg.Body", tg), ("ru.Title", "Центр здоровья"),
        ("ru.Body", ru), ("verb", verb),
    ];
}
