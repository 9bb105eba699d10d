using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Tests.Platform.Publishing.Drafts;

/// <summary>Two people in one item: the second verb answers that it has changed, and nothing of it is done.</summary>
public class MeanwhileTests
{
    private static readonly DateTimeOffset Later = new(2027, 1, 10, 6, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task A_plan_over_somebody_elses_plan_is_refused() =>
        await AssertRefusedAsync(desk => desk.SaveAsync(("tg", "Нақшаи ду кас")), PlanAsync, (desk, id) =>
            PlanAsync(desk, id, Later.AddDays(1)));

    [Test]
    public async Task A_withdrawal_over_somebody_elses_plan_is_refused() =>
        await AssertRefusedAsync(
            desk => desk.PublishAsync(("tg", "Бозпас ва нақша")), LeaveAsync,
            (desk, id) =>
                desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], new Withdrawal(WithdrawalReason.InError)));

    [Test]
    public async Task Binning_what_somebody_else_has_just_saved_is_refused() =>
        await AssertRefusedAsync(
            desk => desk.SaveAsync(("tg", "Сабад ва захира")), (desk, id) =>
                desk.UpdateAsync(id, 1, ("tg", "Захираи дигар")),
            (desk, id) => desk.Do<MoveToBin>().RunAsync(TestDesk.Officer, id));

    [Test]
    public async Task Reinstating_what_somebody_else_has_just_planned_is_refused() =>
        await AssertRefusedAsync(
            async desk =>
            {
                var id = await desk.PublishAsync(("tg", "Бозгашт ва нақша"));
                await desk.Do<Withdraw>()
                    .RunAsync(TestDesk.Officer, id, ["tg"], new Withdrawal(WithdrawalReason.Outdated));
                return id;
            },
            PlanAsync, (desk, id) => desk.Do<Reinstate>().RunAsync(TestDesk.Officer, id, ["tg"]));

    [Test]
    public async Task A_publication_over_a_withdrawal_leaves_the_desk_and_the_site_of_one_mind()
    {
        await using var one = await TestDesk.OpenAsync();
        await using var other = await TestDesk.OpenAsync();
        var id = await one.PublishAsync(("tg", "Нашр ва бозпас"));
        await other.Db.Set<Item>().Include(item => item.Translations).SingleAsync(item => item.Id == id);

        await one.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], new Withdrawal(WithdrawalReason.Outdated));
        await other.Do<Publish>().RunAsync(TestDesk.Officer, id, ["tg"]);

        var words = await one.Db.Set<Translation>().AsNoTracking().SingleAsync(row => row.ItemId == id);
        var row = await one.Db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn]).AsNoTracking()
            .SingleAsync(row => row.ItemId == id);
        Assert.That(words.State == TranslationState.Published, Is.EqualTo(row.WithdrawnAt is null),
            $"{words.State}, {row.WithdrawnAt}");
    }

    [Test]
    public async Task An_update_that_was_planned_does_not_bring_back_what_was_withdrawn_since()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.PublishAsync(("tg", "Нақша баъди бозпас"));
        await desk.UpdateAsync(id, 1, ("tg", "Навсозии нақшашуда"));
        await PlanAsync(desk, id);

        await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], new Withdrawal(WithdrawalReason.InError));

        Assert.That((await desk.Db.Set<Translation>().AsNoTracking().SingleAsync(row => row.ItemId == id))
            .PublishAt, Is.Null);
    }

    [Test]
    public async Task A_planned_withdrawal_that_another_host_carried_out_is_no_failure()
    {
        await using var desk = await TestDesk.OpenAsync();
        var id = await desk.PublishAsync(("tg", "Бозпаси ду сервер"));
        var outdated = new Withdrawal(WithdrawalReason.Outdated);
        await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], outdated);

        var planned = await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], outdated, Later);
        var again = await desk.Do<Withdraw>().RunAsync(TestDesk.Officer, id, ["tg"], outdated);

        Assert.That(planned.IsDone, Is.True);
        Assert.That(again.IsDone, Is.False, "by hand it is still refused");
    }

    // The second desk has read the item before the first one acts.
    private static async Task AssertRefusedAsync(
        Func<TestDesk, Task<string>> make, Func<TestDesk, string, Task<Outcome>> first,
        Func<TestDesk, string, Task<Outcome>> second)
    {
        await using var one = await TestDesk.OpenAsync();
        await using var other = await TestDesk.OpenAsync();
        var id = await make(one);
        await other.Db.Set<Item>().Include(item => item.Translations).SingleAsync(item => item.Id == id);

        var done = await first(one, id);
        var refused = await second(other, id);
        var again = await second(other, id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Reasons, Is.Empty);
            Assert.That(refused.Reasons.Single().Key, Is.EqualTo("workflow.changed"));
            Assert.That(again.Reasons.Select(reason => reason.Key), Has.None.EqualTo("workflow.changed"),
                "what stands now is read anew");
        }
    }

    private static Task<Outcome> PlanAsync(TestDesk desk, string id) => PlanAsync(desk, id, Later);

    private static Task<Outcome> PlanAsync(TestDesk desk, string id, DateTimeOffset at) =>
        desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "tg", new Plan(at, null));

    private static Task<Outcome> LeaveAsync(TestDesk desk, string id) =>
        desk.Do<Schedule>().RunAsync(TestDesk.Officer, id, "tg", new Plan(null, Later));
}
