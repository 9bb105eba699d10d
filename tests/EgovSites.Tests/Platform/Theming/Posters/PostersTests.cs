using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace EgovSites.Tests.Platform.Theming.Posters;

public class PostersTests
{
    private const string Site = $"/site/{SiteHost.Agency}";

    [Test]
    public async Task A_page_names_its_poster_in_full_and_each_language_has_another([Values] bool hasPicture)
    {
        await using var desk = await MediaDesk.OpenAsync();
        var item = hasPicture ? await desk.ShowAsync((await desk.AddAsync()).Id) : await SaveAndPublishAsync(desk);
        using var client = desk.Host.Client();
        var posters = new Dictionary<string, byte[]>();

        foreach (var culture in new[] { "tg", "ru", "en" })
        {
            var page = await client.PageAsync(await AddressAsync(desk, item, culture));
            var address = new Uri(Meta(page, "og:image"));
            var answer = await client.GetAsync(address.AbsolutePath);
            posters[culture] = await answer.Content.ReadAsByteArrayAsync();
            var info = Image.Identify(posters[culture], out var format);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(address.IsAbsoluteUri
                    && address.AbsolutePath.EndsWith(".jpg", StringComparison.Ordinal), Is.True);
                Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/jpeg"));
                Assert.That((format.Name, info.Width, info.Height), Is.EqualTo(("JPEG", 1200, 630)));
                Assert.That((Meta(page, "og:image:width"), Meta(page, "og:image:height")), Is.EqualTo(("1200", "630")));
                Assert.That(Meta(page, "og:image:alt"), Is.EqualTo($"Мавод бо сурат {culture}"));
                Assert.That(page.Document.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"),
                    Is.EqualTo("summary_large_image"));
                Assert.That(answer.Headers.CacheControl!.SharedMaxAge, Is.EqualTo(TimeSpan.FromMinutes(5)));
            }
        }

        Assert.That(posters.Values.Select(Convert.ToHexString).Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task Its_own_picture_lies_behind_it()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var (with, without) = (await desk.ShowAsync((await desk.AddAsync()).Id), await SaveAndPublishAsync(desk));
        using var client = desk.Host.Client();

        var colours = new List<int>();
        foreach (var item in new[] { with, without })
        {
            using var poster = Image.Load<Rgb24>(await client.GetByteArrayAsync(await PosterAsync(client, desk, item)));
            colours.Add(Enumerable.Range(0, 300).Select(step => poster[40 + step, 230].ToString()).Distinct().Count());
        }

        Assert.That(colours[0], Is.GreaterThan(colours[1]), "the band alone is one colour there");
    }

    [Test]
    public async Task It_goes_with_its_page_and_comes_back_with_it()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var item = await SaveAndPublishAsync(desk);
        using var client = desk.Host.Client();
        var address = await PosterAsync(client, desk, item);
        await client.GetAsync(address);

        await desk.WithdrawAsync(item, WithdrawalReason.InError, "tg");
        var gone = await client.GetAsync(address);
        var isDeleted = await ComesTrueAsync(() => FilesOf(desk, item)
            .All(path => !Path.GetFileName(path).StartsWith("tg-", StringComparison.Ordinal)));
        await desk.PublishAsync(item, "tg");
        var back = await client.GetAsync(address);
        await desk.WithdrawAsync(item, WithdrawalReason.Moved, "tg");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)gone.StatusCode, Is.EqualTo(410));
            Assert.That(gone.Headers.CacheControl!.MaxAge, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(isDeleted, Is.True);
            Assert.That((int)back.StatusCode, Is.EqualTo(200));
            Assert.That((int)(await client.GetAsync(address)).StatusCode, Is.EqualTo(404), "moved");
        }
    }

    [Test]
    public async Task It_is_made_at_publication_before_anybody_asks()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var item = await SaveAndPublishAsync(desk);

        Assert.That(
            await ComesTrueAsync(() => FilesOf(desk, item)
                .Count(path => path.EndsWith(".jpg", StringComparison.Ordinal)) == 3), Is.True);
    }

    [Test]
    public async Task A_changed_title_changes_its_address_and_the_old_address_shows_the_new_title()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var item = await SaveAndPublishAsync(desk);
        using var client = desk.Host.Client();
        var before = await PosterAsync(client, desk, item);
        await desk.Db.Set<Publication>().Where(row => row.ItemId == item && row.Culture == "tg")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, "Сарлавҳаи дигар"));
        await using (var scope = desk.Host.ScopeOf(SiteHost.Agency))
        {
            scope.ServiceProvider.GetRequiredService<EgovSites.Platform.Theming.Serving.SiteRefresh>().Run(desk.Tenant);
        }

        var after = await PosterAsync(client, desk, item);
        var (old, present) = (await client.GetAsync(before), await client.GetAsync(after));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after, Is.Not.EqualTo(before));
            Assert.That(
                await old.Content.ReadAsByteArrayAsync(), Is.EqualTo(await present.Content.ReadAsByteArrayAsync()));
            Assert.That(old.Headers.CacheControl!.MaxAge, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
        }
    }

    [TestCase("/tg")]
    [TestCase("/ru/news")]
    [TestCase("/en/feedback")]
    public async Task Pages_that_are_no_item_show_the_sites_own(string path)
    {
        var host = await SharedHost.GetAsync();
        using var client = host.Client();

        foreach (var site in new[] { Site, path == "/en/feedback" ? $"/site/{SiteHost.OtherAgency}" : "" })
        {
            var page = await client.PageAsync(site + path);
            var answer = await client.GetAsync(new Uri(Meta(page, "og:image")).AbsolutePath);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Meta(page, "og:image"), Does.Contain($"{site}/poster/site/{path[1..3]}-"));
                Assert.That((int)answer.StatusCode, Is.EqualTo(200));
            }
        }
    }

    [Test]
    public async Task Nothing_but_a_public_page_of_this_site_has_one()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var (draft, item) = (await desk.SaveAsync(""), await SaveAndPublishAsync(desk));
        using var client = desk.Host.Client();

        using (Assert.EnterMultipleScope())
        {
            foreach (var address in new[]
            {
                $"{Site}/poster/{draft}/tg-0123456789ab.jpg",
                $"/site/{SiteHost.OtherAgency}/poster/{item}/tg-0123456789ab.jpg",
                $"/poster/{item}/tg-0123456789ab.jpg",
                $"{Site}/poster/{item}/de-0123456789ab.jpg",
                $"{Site}/poster/{item}/tg-0123456789ab.png",
                $"{Site}/poster/{Ids.New()}/tg-0123456789ab.jpg",
                $"{Site}/poster/..%2f..%2fx/tg-0123456789ab.jpg",
            })
            {
                Assert.That((int)(await client.GetAsync(address)).StatusCode, Is.EqualTo(404), address);
            }
        }
    }

    [Test]
    public async Task Many_who_ask_at_once_get_the_same_file()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var address = await PosterAsync(desk.Host.Client(), desk, await SaveAndPublishAsync(desk));
        using var client = desk.Host.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.GetAsync(address)));

        Assert.That(answers.Select(answer => (int)answer.StatusCode), Is.All.EqualTo(200));
    }

    private static async Task<string> SaveAndPublishAsync(MediaDesk desk)
    {
        var item = await desk.SaveAsync("");
        Assert.That((await desk.PublishAsync(item)).Reasons, Is.Empty);
        return item;
    }

    private static async Task<string> AddressAsync(MediaDesk desk, string item, string culture = "tg")
    {
        var row = await desk.PublicationAsync(item, culture);
        return $"{Site}/{culture}/{row.Section}/{row.Slug}";
    }

    private static async Task<string> PosterAsync(HttpClient client, MediaDesk desk, string item) =>
        new Uri(Meta(await client.PageAsync(await AddressAsync(desk, item)), "og:image")).AbsolutePath;

    // The outbox and the painter work beside the test.
    private static async Task<bool> ComesTrueAsync(Func<bool> isTrue)
    {
        for (var wait = 0; wait < 300 && !isTrue(); wait++)
        {
            await Task.Delay(100);
        }

        return isTrue();
    }

    private static string[] FilesOf(MediaDesk desk, string item) =>
        Path.Combine(desk.Do<SiteDatabases>().FolderOf(desk.Tenant.Id), "posters", item) is var folder
            && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private static string Meta(Page page, string property) =>
        page.Document.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!;
}
