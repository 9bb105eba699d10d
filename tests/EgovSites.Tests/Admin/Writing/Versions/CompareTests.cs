using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Admin.Writing.Versions;

public class CompareTests
{
    private const string Form = $"/admin/sites/{SiteHost.Agency}/content/new/News";

    [Test]
    public async Task Two_versions_stand_side_by_side_word_by_word()
    {
        var (desk, address) = await SavedTwiceAsync();
        using var _ = desk;

        var page = await desk.GetAsync($"{address}/versions/compare?from=1&to=2&language=tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(200), page.Text);
            Assert.That(page.All(".difference del"), Is.EqualTo(["22"]));
            Assert.That(page.All(".difference ins"), Is.EqualTo(["24"]));
            Assert.That(page.All(".difference .panel:first-of-type ins"), Is.Empty);
            Assert.That(page.Document.QuerySelector(".difference [lang=tg]"), Is.Not.Null);
        }
    }

    [Test]
    public async Task However_they_are_chosen_the_earlier_version_stands_first()
    {
        var (desk, address) = await SavedTwiceAsync();
        using var _ = desk;

        var turned = await desk.GetAsync($"{address}/versions/compare?from=2&to=1&language=tg");
        var unsaid = await desk.GetAsync($"{address}/versions/compare");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(turned.All(".difference del"), Is.EqualTo(["22"]));
            Assert.That(unsaid.All(".difference del"), Is.EqualTo(["22"]),
                "the newest and the one before it, in the language that changed");
        }
    }

    [Test]
    public async Task A_language_in_which_nothing_changed_says_so()
    {
        var (desk, address) = await SavedTwiceAsync();
        using var _ = desk;

        var page = await desk.GetAsync($"{address}/versions/compare?from=1&to=2&language=en");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.All(".difference"), Is.Empty);
            Assert.That(page.Document.QuerySelector("main .notice"), Is.Not.Null);
        }
    }

    [Test]
    public async Task A_picture_that_was_added_is_shown_and_named_and_a_date_is_said_as_people_say_it()
    {
        var host = await SharedHost.GetAsync();
        await using var scope = await TestDesk.OpenAsync();
        var picture = await scope.Db.Set<MediaFile>().AsNoTracking().FirstAsync(file => file.Width > 0);
        using var desk = await DeskClient.SignInAsync(host, Role.Author);
        var address = await SaveAsync(desk, "0", Form, ("tg.Title", "Мактаб"));
        await SaveAsync(desk, "1", address, ("tg.Title", "Мактаб"), ("shared.Picture", picture.Id),
            ($"shared.{FieldNames.ShownAt}", "2026-03-02T08:00"));

        var page = await desk.GetAsync($"{address}/versions/compare?from=1&to=2&language=tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page.Document.QuerySelector(".difference .added img")!.GetAttribute("src"), Does.Contain(picture.Id));
            Assert.That(page.All(".difference ins"), Has.Some.EqualTo(picture.FileName));
            Assert.That(page.All(".difference ins"), Has.Some.Contains("марти"));
        }
    }

    [Test]
    public async Task The_list_chooses_two_versions_without_script_and_the_comparison_brings_the_earlier_one_back()
    {
        var (desk, address) = await SavedTwiceAsync();
        using var _ = desk;

        var list = await desk.GetAsync($"{address}/versions");
        var compared = await desk.GetAsync($"{address}/versions/compare?from=1&to=2");
        var restored = await desk.PostAsync($"{address}/versions/compare?from=1&to=2", $"{address}/versions",
            ("number", compared.Document.QuerySelector("button[name=number]")!.GetAttribute("value")!));
        var form = await desk.GetAsync(address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                list.Document.QuerySelectorAll("input[type=radio][form=compare][name=from]"), Has.Length.EqualTo(2));
            Assert.That(list.Document.QuerySelector("[name=from][checked]")!.GetAttribute("value"), Is.EqualTo("1"));
            Assert.That(list.Document.QuerySelector("[name=to][checked]")!.GetAttribute("value"), Is.EqualTo("2"));
            Assert.That(restored.Status, Is.EqualTo(302));
            Assert.That(form.All("#tg-Title"), Is.EqualTo(["Дар марказ 22 духтур кор мекунад"]));
        }
    }

    [Test]
    public async Task A_version_that_never_was_and_another_sites_item_are_not_found()
    {
        var host = await SharedHost.GetAsync();
        var (desk, address) = await SavedTwiceAsync();
        using var keep = desk;
        using var centre = await DeskClient.SignInAsync(host, Role.CentralAdministrator);
        using var stranger = await DeskClient.SignInAsync(host, Role.Editor, SiteHost.OtherAgency);
        var page = $"{address}/versions/compare?from=1&to=2";

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.GetAsync($"{address}/versions/compare?from=1&to=9")).Status, Is.EqualTo(404));
            Assert.That((await centre.GetAsync(page)).Status, Is.EqualTo(200));
            Assert.That(
                (await centre.GetAsync(page.Replace(SiteHost.Agency, SiteHost.OtherAgency, StringComparison.Ordinal)))
                    .Status, Is.EqualTo(404));
            Assert.That((await stranger.GetAsync(page)).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Whoever_reviews_sees_what_would_change_on_the_site()
    {
        var host = await SharedHost.GetAsync();
        using var desk = await DeskClient.SignInAsync(host, Role.Editor);
        var address = await SaveAsync(desk, "0", Form, ("tg.Title", "Дар марказ 22 духтур кор мекунад"),
            ("tg.Body", "Матн."), ("verb", "publish:tg"));
        var before = await desk.GetAsync($"{address}/review/tg");
        await SaveAsync(desk, "1", address, ("tg.Title", "Дар марказ 24 духтур кор мекунад"), ("tg.Body", "Матн."));

        var review = await desk.GetAsync($"{address}/review/tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.All(".difference"), Is.Empty);
            Assert.That(review.All(".difference del"), Is.EqualTo(["22"]));
            Assert.That(review.All(".difference ins"), Is.EqualTo(["24"]));
        }
    }

    private static async Task<(DeskClient Desk, string Address)> SavedTwiceAsync()
    {
        var desk = await DeskClient.SignInAsync(await SharedHost.GetAsync(), Role.Author);
        var address =
            await SaveAsync(desk, "0", Form, ("tg.Title", "Дар марказ 22 духтур кор мекунад"), ("ru.Title", "Центр"));
        await SaveAsync(desk, "1", address, ("tg.Title", "Дар марказ 24 духтур кор мекунад"), ("ru.Title", "Центр"));
        return (desk, address);
    }

    private static async Task<string> SaveAsync(
        DeskClient desk, string basedOn, string address, params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] verb = fields.Any(field => field.Name == "verb") ? [] : [("verb", "save")];
        var saved = await desk.PostAsync(address, address, [("revision", basedOn), .. fields, .. verb]);
        Assert.That(saved.Status, Is.EqualTo(302), saved.Text);
        return saved.Response.Headers.Location!.ToString().Split('?')[0];
    }
}
