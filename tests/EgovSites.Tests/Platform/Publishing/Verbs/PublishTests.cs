using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Publishing.Verbs;

public class PublishTests
{
    private static readonly Actor Officer = TestDesk.Officer;
    private static readonly Actor Author = new("author", "Author", Role.Author);

    [Test]
    public async Task A_draft_is_not_visible_to_visitors_until_it_is_published()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Лоиҳаи санҷишии нонамоён"));

        var before = await desk.FindAsync(id);
        var outcome = await desk.Do<Publish>().RunAsync(Officer, id, ["tg"]);
        var after = await desk.FindAsync(id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.Empty);
            Assert.That(outcome.IsDone, Is.True);
            Assert.That(after.Select(row => row.Culture), Is.EqualTo(["tg"]));
        }
    }

    [Test]
    public async Task An_author_cannot_publish()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Хабари муаллиф"));

        var outcome = await desk.Do<Publish>().RunAsync(Author, id, ["tg"]);

        Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("workflow.role"));
    }

    [Test]
    public async Task A_set_is_published_as_a_whole_or_not_at_all()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Хабар бо ду забон"), ("ru", ""));

        var outcome = await desk.Do<Publish>().RunAsync(Officer, id, ["tg", "ru"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                outcome.Reasons, Has.Some.Matches<Reason>(reason => reason is { Field: "Title", Culture: "ru" }));
            Assert.That(await desk.FindAsync(id), Is.Empty);
        }
    }

    [Test]
    public async Task Renaming_keeps_the_old_address_as_a_lead_to_the_new_one()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Номи якуми хабар"));
        await desk.Do<Publish>().RunAsync(Officer, id, ["tg"]);
        var old = (await desk.FindAsync(id)).Single();

        await desk.UpdateAsync(id, 1, ("tg", "Номи дуюми хабар"));
        await desk.Do<Publish>().RunAsync(Officer, id, ["tg"]);
        var moved = await desk.Do<PublishedItems>().MovedFromAsync("tg", old.Section, old.Slug);

        Assert.That(moved?.Slug, Does.StartWith("nomi-duyumi-khabar"));
    }

    [Test]
    public async Task The_same_title_twice_gets_a_number_in_its_address()
    {
        await using var desk = await TestDesk.OpenAsync();
        var title = "Ду хабари якхела " + Guid.NewGuid().ToString("N")[..6];
        var first = await desk.SaveAsync(("tg", title));
        var second = await desk.SaveAsync(("tg", title));

        await desk.Do<Publish>().RunAsync(Officer, first, ["tg"]);
        await desk.Do<Publish>().RunAsync(Officer, second, ["tg"]);

        Assert.That((await desk.FindAsync(second)).Single()
            .Slug, Is.EqualTo((await desk.FindAsync(first)).Single().Slug + "-2"));
    }

    [Test]
    public async Task Two_editors_who_publish_the_same_title_at_once_both_succeed()
    {
        var title = "Якбора нашршуда " + Guid.NewGuid().ToString("N")[..6];

        var slugs = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var desk = await TestDesk.OpenAsync();
            return (await desk.FindAsync(await desk.PublishAsync(("tg", title)))).Single().Slug;
        }));

        Assert.That(slugs, Is.Unique);
    }

    [Test]
    public async Task A_second_save_on_an_old_revision_is_refused_and_nothing_is_overwritten()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Аслӣ"));
        await desk.UpdateAsync(id, 1, ("tg", "Аз муҳаррири якум"));

        var outcome = await desk.UpdateAsync(id, 1, ("tg", "Аз муҳаррири дуюм"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Reasons.Single().Key, Is.EqualTo("save.conflict"));
            Assert.That(await desk.Db.Set<Translation>().Where(row => row.ItemId == id).Select(row => row.Title)
                .SingleAsync(), Is.EqualTo("Аз муҳаррири якум"));
        }
    }

    [Test]
    public async Task Withdrawing_and_binning_take_the_item_off_and_leave_lines_in_the_audit_log()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Барои бозгирифтан"), ("ru", "Для отзыва"));
        await desk.Do<Publish>().RunAsync(Officer, id, ["tg", "ru"]);

        await desk.Do<Withdraw>().RunAsync(Officer, id, ["ru"], new Withdrawal(WithdrawalReason.InError));
        var afterWithdrawal = await desk.FindAsync(id);
        await desk.Do<MoveToBin>().RunAsync(Officer, id);
        var afterBin = await desk.FindAsync(id);
        var verbs = await desk.Db.Set<AuditEntry>().Where(entry => entry.ItemId == id).Select(entry => entry.Verb)
            .ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(afterWithdrawal.Select(row => row.Culture), Is.EqualTo(["tg"]));
            Assert.That(afterBin, Is.Empty);
            Assert.That(verbs, Is.EquivalentTo(["create", "publish", "publish", "withdraw", "bin"]));
        }
    }

    [Test]
    public async Task Another_tenants_item_can_neither_be_published_nor_withdrawn_nor_binned()
    {
        await using var finance = await TestDesk.OpenAsync();
        var id = await finance.SaveAsync(("tg", "Хабари вазорат"));
        await using var vahdat = await TestDesk.OpenAsync(SiteHost.OtherAgency);

        var outcomes = new[]
        {
            await vahdat.Do<Publish>().RunAsync(Officer, id, ["tg"]),
            await vahdat.Do<Withdraw>().RunAsync(Officer, id, ["tg"], new Withdrawal(WithdrawalReason.InError)),
            await vahdat.Do<MoveToBin>().RunAsync(Officer, id),
            await vahdat.Do<RestoreFromBin>().RunAsync(Officer, id),
            await vahdat.UpdateAsync(id, 1, ("tg", "Бегона")),
        };

        Assert.That(outcomes.Select(outcome => outcome.Reasons.Single().Key), Is.All.EqualTo("workflow.gone"));
    }

    [Test]
    public async Task No_tag_or_script_link_that_an_editor_typed_reaches_a_page()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.SaveAsync(("tg", "Матн бо тег"));
        await desk.UpdateAsync(id, 1,
            body: "<img src=x onerror=alert(1)> [пайванд](javascript:alert(1)) [хуб](https://example.org)",
            words: ("tg", "Матн бо тег"));

        await desk.Do<Publish>().RunAsync(Officer, id, ["tg"]);
        var html = (await desk.FindAsync(id)).Single().Fields.Text("Body");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(html, Does.Not.Contain("<img"));
            Assert.That(html, Does.Not.Contain("javascript:alert(1)\""));
            Assert.That(html, Does.Contain("href=\"https://example.org\""));
        }
    }
}
