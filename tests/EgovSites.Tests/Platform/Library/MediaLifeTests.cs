using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Library;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media;
using EgovSites.Platform.Theming.Views;
using EgovSites.Tests.Hosting;
using EgovSites.Tests.Platform.Media;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Library;

public class MediaLifeTests
{
    private static readonly MediaWords Described = new(MediaDesk.Words, Trilingual.Empty, false, "", "", 50, 50);
    private static readonly Actor Author = new("author", "Author", Role.Author);

    [Test]
    public async Task What_is_said_about_a_file_reaches_the_pages_that_show_it()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var item = await desk.ShowAsync(file.Id);

        var outcome = await desk.Do<DescribeMedia>().RunAsync(MediaDesk.Officer, file.Id, Described with
        {
            Alt = new Trilingual("Бинои нав", "Новое здание", "The new building"),
            Caption = new Trilingual("Зери сурат", "Под картинкой", "Below the picture"),
            Credit = "Аксбардор: Ҷамила",
            FocusX = 0,
            FocusY = 100,
        });
        var view = PictureView.Of((await desk.PublicationAsync(item)).Fields["Picture"]![0]!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Reasons, Is.Empty);
            Assert.That(view.Alt, Is.EqualTo("Бинои нав"));
            Assert.That(view.Caption, Is.EqualTo("Зери сурат"));
            Assert.That(view.Credit, Is.EqualTo("Аксбардор: Ҷамила"));
            Assert.That(view.Focus, Is.EqualTo((0, 100)));
            Assert.That(view.FocusClasses, Is.EqualTo(" x-0 y-100"));
            Assert.That((await desk.ReadAsync(file.Id)).FocusX, Is.Zero);
        }
    }

    [Test]
    public async Task An_authors_words_wait_for_the_next_publication()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var item = await desk.ShowAsync(file.Id);

        await desk.Do<DescribeMedia>()
            .RunAsync(Author, file.Id, Described with { Alt = new Trilingual("Дигар", "Другое", "Other") });

        Assert.That((await desk.PublicationAsync(item))
            .Fields["Picture"]![0]!["alt"]!.GetValue<string>(), Is.EqualTo("Мактаб"));
        Assert.That((await desk.ReadAsync(file.Id)).Alt.Tg, Is.EqualTo("Дигар"));
    }

    [Test]
    public async Task A_replaced_document_keeps_its_address_and_its_older_version_is_gone_for_visitors()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("plan.csv", content: "якум\n"u8.ToArray());

        var outcome = await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream("дуюм\n"u8.ToArray()), "other.csv");
        var newest = await desk.GetAsync(file, "original");
        var named = await desk.GetAsync(file, "plan.csv");
        var first = await desk.GetAsync(file, "v1-original");
        var second = await desk.GetAsync(file, "v2-original");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Reasons, Is.Empty);
            Assert.That(await newest.Content.ReadAsStringAsync(), Is.EqualTo("дуюм\n"));
            Assert.That(await named.Content.ReadAsStringAsync(), Is.EqualTo("дуюм\n"));
            Assert.That((int)first.StatusCode, Is.EqualTo(410));
            Assert.That(await second.Content.ReadAsStringAsync(), Is.EqualTo("дуюм\n"));
            Assert.That(newest.Headers.CacheControl!.MaxAge, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(second.Headers.CacheControl!.MaxAge, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(5)),
                "it may be replaced too");
        }
    }

    [Test]
    public async Task A_replaced_documents_old_name_leads_to_the_newest()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("plan.csv", content: "1\n"u8.ToArray());
        await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray()), "b.pdf");

        var old = await desk.GetAsync(file, "plan.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.ReadAsync(file.Id)).FileName, Is.EqualTo("plan.pdf"));
            Assert.That(await old.Content.ReadAsStringAsync(), Does.StartWith("%PDF"));
        }
    }

    [Test]
    public async Task A_replaced_pictures_old_copies_stay_for_the_pages_that_mention_them()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream(MediaDesk.Picture), "new.jpg");

        var first = await desk.GetAsync(file, "480.webp");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)first.StatusCode, Is.EqualTo(200));
            Assert.That(first.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromDays(1)));
            Assert.That(first.Headers.CacheControl.SharedMaxAge, Is.EqualTo(TimeSpan.FromMinutes(5)),
                "a withdrawn one leaves with its page");
        }
    }

    [Test]
    public async Task A_restored_version_stands_again_and_the_next_one_takes_a_new_number()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync("plan.csv", content: "1\n"u8.ToArray());
        var replace = desk.Do<ReplaceMedia>();
        await replace.RunAsync(MediaDesk.Officer, file.Id, new MemoryStream("2\n"u8.ToArray()), "b.csv");

        var outcome = await replace.RestoreAsync(MediaDesk.Officer, file.Id, 1);
        var restored = await (await desk.GetAsync(file, "original")).Content.ReadAsStringAsync();
        await replace.RunAsync(MediaDesk.Officer, file.Id, new MemoryStream("3\n"u8.ToArray()), "c.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Reasons, Is.Empty);
            Assert.That(restored, Is.EqualTo("1\n"));
            Assert.That((await desk.ReadAsync(file.Id)).Version, Is.EqualTo(3));
            Assert.That(await desk.Db.Set<MediaVersion>().CountAsync(row => row.MediaId == file.Id), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Pages_show_a_replaced_picture_under_a_new_name()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var item = await desk.ShowAsync(file.Id);

        var outcome = await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream(MediaDesk.Picture), "new.jpg");
        var view = PictureView.Of((await desk.PublicationAsync(item, "ru")).Fields["Picture"]![0]!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Reasons, Is.Empty);
            Assert.That(view.FileFor(480), Does.StartWith("v2-"));
            Assert.That((int)(await desk.GetAsync(file, view.FileFor(480))).StatusCode, Is.EqualTo(200));
            Assert.That((int)(await desk.GetAsync(file, "original")).StatusCode, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task A_picture_is_not_replaced_by_a_document_and_nothing_changes()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();

        var outcome = await desk.Do<ReplaceMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream("1\n"u8.ToArray()), "b.csv");

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("media.replacePicture"));
        Assert.That((await desk.ReadAsync(file.Id)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task An_author_replaces_no_file_that_visitors_see()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        await desk.ShowAsync(file.Id);

        var outcome = await desk.Do<ReplaceMedia>()
            .RunAsync(Author, file.Id, new MemoryStream(MediaDesk.Picture), "b.jpg");

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("media.editorOnly"));
    }

    [Test]
    public async Task A_file_in_public_use_stays_out_of_the_bin_and_says_where_it_is_used()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var draft = await desk.SaveAsync(file.Id);
        var shown = await desk.ShowAsync(file.Id);

        var outcome = await desk.Do<BinMedia>().RunAsync(MediaDesk.Officer, file.Id);
        var uses = await desk.Do<MediaUses>().OfAsync(file.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("media.usedPublicly"));
            Assert.That(uses.Select(use => use.ItemId), Is.EquivalentTo([draft, shown]));
            Assert.That(uses.Single(use => use.ItemId == shown).PublicIn, Is.EqualTo(["tg", "ru", "en"]));
            Assert.That(uses.Single(use => use.ItemId == draft).IsPublic, Is.False);
        }
    }

    [Test]
    public async Task A_binned_file_is_gone_for_visitors_keeps_items_from_being_published_and_comes_back()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var draft = await desk.SaveAsync(file.Id);

        await desk.Do<BinMedia>().RunAsync(MediaDesk.Officer, file.Id);
        var gone = await desk.GetAsync(file, "original");
        var refused = await desk.PublishAsync(draft);
        await desk.Do<BinMedia>().RestoreAsync(MediaDesk.Officer, file.Id);
        var back = await desk.GetAsync(file, "original");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)gone.StatusCode, Is.EqualTo(404));
            Assert.That(refused.Reasons.Single().Key, Is.EqualTo("media.binned"));
            Assert.That((int)back.StatusCode, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task A_picture_is_published_only_in_languages_that_describe_it_or_as_decoration()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync(alt: new Trilingual("Мактаб", "", "A school"));
        var item = await desk.SaveAsync(file.Id);

        var refused = await desk.PublishAsync(item, "tg", "ru");
        var tajik = await desk.PublishAsync(item, "tg", "en");
        await desk.Do<DescribeMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, Described with { Alt = Trilingual.Empty, Decorative = true });
        var decorative = await desk.PublishAsync(item, "ru");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Reasons.Single(), Has.Property("Key").EqualTo("media.altMissing").And.Property("Field")
                .EqualTo("Picture"));
            Assert.That(tajik.IsDone, Is.True);
            Assert.That(decorative.Reasons, Is.Empty);
        }
    }

    [Test]
    public async Task A_picture_of_a_text_is_published_only_where_the_text_or_the_library_describes_it()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync(alt: new Trilingual("Мактаб", "", ""));
        var item = await desk.SaveAsync((await desk.AddAsync())
            .Id, ("tg", $"![](media:{file.Id})"), ("ru", $"Текст\n\n![ ](media:{file.Id})"),
                ("en", $"![A school](media:{file.Id})"));

        var refused = await desk.PublishAsync(item);
        var described = await desk.PublishAsync(item, "tg", "en");
        await desk.Do<DescribeMedia>()
            .RunAsync(MediaDesk.Officer, file.Id, Described with { Alt = Trilingual.Empty, Decorative = true });
        var decorative = await desk.PublishAsync(item, "ru");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Reasons.Select(reason => (reason.Key, reason.Field, reason.Culture)),
                Is.EqualTo([("check.altMissing", "Body", "ru")]));
            Assert.That(described.Reasons, Is.Empty);
            Assert.That(decorative.Reasons, Is.Empty);
        }
    }

    [Test]
    public async Task A_binned_file_of_a_text_keeps_that_language_from_being_published()
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync();
        var item = await desk.SaveAsync((await desk.AddAsync()).Id, ("ru", $"![Школа](media:{file.Id})"));
        await desk.Do<BinMedia>().RunAsync(MediaDesk.Officer, file.Id);

        var refused = await desk.PublishAsync(item);

        Assert.That(refused.Reasons.Select(reason => (reason.Key, reason.Field, reason.Culture)),
            Is.EqualTo([("media.binned", "Body", "ru")]));
    }

    [TestCase("мактаби деҳа", "maktab.jpg", ExpectedResult = true)]
    [TestCase("МАКТАБИ ДЕХА", "maktab.jpg", ExpectedResult = true)]
    [TestCase("чамила", "maktab.jpg", ExpectedResult = true)]
    [TestCase("беморхона", "maktab.jpg", ExpectedResult = false)]
    public async Task<bool> Files_are_found_by_words_typed_without_Tajik_letters(string words, string name)
    {
        await using var desk = await MediaDesk.OpenAsync();
        var file = await desk.AddAsync(name);
        await desk.Do<DescribeMedia>()
            .RunAsync(MediaDesk.Officer, file.Id,
                Described with { Alt = new Trilingual("Мактаби деҳа", "", ""), Credit = "Ҷамила" });

        return await new MediaSearch(words, Pictures: true).In(desk.Db.Set<MediaFile>())
            .AnyAsync(one => one.Id == file.Id);
    }

    [TestCase(" news // 2026 / ", ExpectedResult = "news/2026")]
    [TestCase("..\\..\\etc", ExpectedResult = "etc")]
    [TestCase("Ҷашн\u202E‮ҳо", ExpectedResult = "Ҷашнҳо")]
    [TestCase("a/b/c/d/e", ExpectedResult = "media.folderDepth")]
    [TestCase("a\0b", ExpectedResult = "a b")]
    public string A_folder_is_words_and_never_a_path(string typed) =>
        FolderPath.Read(typed) is var (path, problem) && problem is null ? path : problem!.Key;

    [Test]
    public async Task Another_tenant_neither_finds_describes_replaces_nor_bins_a_file()
    {
        await using var desk = await MediaDesk.OpenAsync();
        await using var other = new MediaDesk(desk.Host, SiteHost.OtherAgency);
        var file = await desk.AddAsync();

        var outcomes = new[]
        {
            await other.Do<DescribeMedia>().RunAsync(MediaDesk.Officer, file.Id, Described),
            await other.Do<ReplaceMedia>()
                .RunAsync(MediaDesk.Officer, file.Id, new MemoryStream(MediaDesk.Picture), "x.jpg"),
            await other.Do<ReplaceMedia>().RestoreAsync(MediaDesk.Officer, file.Id, 1),
            await other.Do<BinMedia>().RunAsync(MediaDesk.Officer, file.Id),
        };

        Assert.That(outcomes.Select(outcome => outcome.Reasons.Single().Key), Is.All.EqualTo("media.gone"));
    }
}
