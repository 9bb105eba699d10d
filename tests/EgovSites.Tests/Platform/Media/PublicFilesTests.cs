using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Redirects;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Media;

/// <summary>A file is public while something public names it, and not a moment longer.</summary>
public class PublicFilesTests
{
    private const string Csv = "тадбир,маблағ\n1,2\n";

    [Test]
    public async Task A_file_that_no_page_names_is_nobodys_in_any_form()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var picture = await desk.AddAsync();
        await desk.SaveAsync(picture.Id);

        using (Assert.EnterMultipleScope())
        {
            foreach (var name in new[] { "original", "480.webp", "480.avif", "v1-original", $"{picture.Card}.webp",
                picture.FileName })
            {
                Assert.That(await desk.StatusAsync(picture, name), Is.EqualTo(404), name);
            }

            Assert.That((await desk.AskAsync(picture, "original"))
                .Headers.CacheControl!.MaxAge, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        }
    }

    [Test]
    public async Task Publication_makes_it_public_and_withdrawal_in_error_takes_it_along()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("plan.csv", content: System.Text.Encoding.UTF8.GetBytes(Csv));
        var item = await desk.NameAsync(file);
        var shown = await desk.AskAsync(file, "original");

        await desk.WithdrawAsync(item, WithdrawalReason.InError, "tg");
        var gone = await desk.AskAsync(file, "original");
        await desk.PublishAsync(item, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await shown.Content.ReadAsStringAsync(), Is.EqualTo(Csv));
            Assert.That(shown.Headers.CacheControl!.MaxAge, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(5)));
            Assert.That((int)gone.StatusCode, Is.EqualTo(410));
            Assert.That(gone.Headers.CacheControl!.MaxAge, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(await desk.StatusAsync(file), Is.EqualTo(200), "published again");
        }
    }

    [Test]
    public async Task A_second_public_page_or_language_keeps_it()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var picture = await desk.AddAsync();
        var (first, second) = (await desk.ShowAsync(picture.Id), await desk.ShowAsync(picture.Id));

        await desk.WithdrawAsync(first, WithdrawalReason.InError);
        await desk.WithdrawAsync(second, WithdrawalReason.InError, "tg", "ru");
        var inEnglish = await desk.StatusAsync(picture);
        await desk.WithdrawAsync(second, WithdrawalReason.InError, "en");

        Assert.That((inEnglish, await desk.StatusAsync(picture)), Is.EqualTo((200, 410)));
    }

    [Test]
    public async Task What_stands_under_a_notice_keeps_its_files_and_what_moved_does_not()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var picture = await desk.AddAsync();
        var item = await desk.ShowAsync(picture.Id);

        await desk.WithdrawAsync(item, WithdrawalReason.Outdated);
        var outdated = await desk.StatusAsync(picture);
        await desk.PublishAsync(item);
        await desk.WithdrawAsync(item, WithdrawalReason.Moved);

        Assert.That((outdated, await desk.StatusAsync(picture)), Is.EqualTo((200, 404)));
    }

    [Test]
    public async Task A_file_taken_out_of_the_words_goes_with_the_next_publication_and_the_bin_takes_all()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("plan.csv", content: System.Text.Encoding.UTF8.GetBytes(Csv));
        var item = await desk.NameAsync(file);
        var words =
            new FieldValues { ["Title"] = JsonValue.Create("Бе файл"), ["Summary"] = JsonValue.Create("Муқаддима") };

        await desk.Do<SaveDraft>()
            .UpdateAsync(MediaDesk.Officer, item,
                new ItemDraft(new FieldValues(), new Dictionary<string, FieldValues> { ["tg"] = words }, 1));
        var saved = await desk.StatusAsync(file);
        await desk.PublishAsync(item, "tg");
        var published = await desk.StatusAsync(file);
        var other = await desk.NameAsync(file);
        await desk.Do<MoveToBin>().RunAsync(MediaDesk.Officer, other);

        Assert.That((saved, published, await desk.StatusAsync(file)), Is.EqualTo((200, 404, 410)));
    }

    [Test]
    public async Task A_page_of_a_later_moment_does_not_show_its_files_yet()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var picture = await desk.AddAsync();
        var item = await desk.ShowAsync(picture.Id);
        var later = desk.Host.Clock.GetUtcNow().AddDays(1);
        await desk.Db.Set<Publication>().Where(row => row.ItemId == item)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ShownAt, later));

        Assert.That(await desk.StatusAsync(picture), Is.EqualTo(404));
    }

    [Test]
    public async Task A_redirect_may_lead_to_a_file()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("plan.csv", content: System.Text.Encoding.UTF8.GetBytes(Csv));

        var outcome = await desk.Do<ChangeRedirects>()
            .AddAsync(MediaDesk.Officer, $"/{file.Id}.csv", $"/media/{file.Id}/original", "");

        Assert.That(outcome.Reasons, Is.Empty);
        Assert.That(await desk.StatusAsync(file), Is.EqualTo(200));
    }

    [Test]
    public async Task What_an_older_version_published_is_public_before_and_after_the_catch_up()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var (picture, hidden) = (await desk.AddAsync(), await desk.AddAsync());
        var item = await desk.ShowAsync(picture.Id);
        await desk.Db.Set<PublishedFile>().Where(row => row.ItemId == item).ExecuteDeleteAsync();
        await desk.Db.Set<Publication>().Where(row => row.ItemId == item)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FilesKept, false));
        var before = (await desk.StatusAsync(picture), await desk.StatusAsync(hidden));

        await desk.Do<DocumentCatchUp>().CatchUpAsync(desk.Tenant);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo((200, 404)));
            Assert.That(await desk.StatusAsync(picture), Is.EqualTo(200));
            Assert.That(await desk.Db.Set<PublishedFile>().CountAsync(row => row.MediaId == picture.Id), Is.EqualTo(3));
            Assert.That(await desk.Db.Set<Publication>().AnyAsync(row => !row.FilesKept), Is.False);
        }
    }

    [Test]
    public async Task A_file_of_one_site_stays_404_on_another_that_names_it()
    {
        await using var desk = await MediaDesk.OpenAsync();
        await using var other = new MediaDesk(desk.Host, SiteHost.OtherAgency);
        var picture = await desk.AddAsync();
        await desk.ShowAsync(picture.Id);
        await other.NameAsync(picture);

        Assert.That((await desk.StatusAsync(picture), await other.StatusAsync(picture)), Is.EqualTo((200, 404)));
    }

    [Test]
    public async Task Every_picture_and_file_of_a_born_site_is_shown_where_its_pages_show_it(
        [Values("tg", "ru", "en")] string culture)
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();
        foreach (var path in new[] { "", "/news", "/documents", "/leadership" })
        {
            var page = await client.PageAsync($"/site/{SiteHost.OtherAgency}/{culture}{path}");
            foreach (var address in page.Document.QuerySelectorAll("img[src*='/media/'], a[href*='/media/']")
                .Select(one => one.GetAttribute("src") ?? one.GetAttribute("href")!))
            {
                Assert.That((int)(await client.GetAsync(address)).StatusCode, Is.EqualTo(200), address);
            }
        }
    }
}
