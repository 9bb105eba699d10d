using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Features.Feedback.Appeals;

public class AppealVerbsTests
{
    private static readonly Dictionary<AppealState, AppealVerb[]> Open = new()
    {
        [AppealState.Received] =
            [AppealVerb.Register, AppealVerb.Take, AppealVerb.Answer, AppealVerb.Decline, AppealVerb.Note],
        [AppealState.Registered] = [AppealVerb.Take, AppealVerb.Answer, AppealVerb.Decline, AppealVerb.Note],
        [AppealState.InProgress] = [AppealVerb.Answer, AppealVerb.Decline, AppealVerb.Note],
        [AppealState.Answered] = [AppealVerb.Note],
        [AppealState.Declined] = [AppealVerb.Note],
    };

    [Test]
    public void Every_state_has_a_decision_for_every_verb_and_role(
        [Values] AppealState state, [Values] AppealVerb verb, [Values] Role role)
    {
        var isTheirs = role is Role.Officer or Role.AgencyAdministrator;
        var expected = Open[state].Contains(verb) && isTheirs;

        Assert.That(new Actor("a", "A", role).AnswersAppeals
            && AppealWorkflow.IsOpen(state, verb), Is.EqualTo(expected));
    }

    [TestCase(AppealVerb.Register, AppealState.Registered)]
    [TestCase(AppealVerb.Take, AppealState.InProgress)]
    [TestCase(AppealVerb.Answer, AppealState.Answered)]
    [TestCase(AppealVerb.Decline, AppealState.Declined)]
    [TestCase(AppealVerb.Note, AppealState.Received)]
    public async Task A_verb_changes_the_state_and_leaves_an_event_and_an_audit_line(AppealVerb verb, AppealState state)
    {
        var host = await FeedbackHost.GetAsync();
        var (number, _) = await host.Client().ReceiptAsync();
        var id = (await host.AppealAsync(number)).Id;
        await using var scope = host.ScopeOf(SiteHost.Agency);

        var outcome = await Verbs.RunAsync(scope, verb, id, Verbs.Officer);

        var appeal = await host.AppealAsync(number);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.IsDone, Is.True);
            Assert.That(appeal.State, Is.EqualTo(state));
            Assert.That(
                await host.StoredAsync<AppealEvent>(row => row.AppealId == id && row.Who == Verbs.Officer.Name
                    && row.State == state), Has.Count.EqualTo(1));
            Assert.That(await host.StoredAsync<AuditEntry>(row => row.Subject == number), Has.Count.EqualTo(1)
                .And.All.Property("Verb").EqualTo($"appeal{verb}"));
        }
    }

    [Test]
    public async Task An_author_and_an_editor_may_do_nothing_with_an_appeal(
        [Values(Role.Author, Role.Editor)] Role role)
    {
        var host = await FeedbackHost.GetAsync();
        var (number, _) = await host.Client().ReceiptAsync();
        var author = new Actor("a", "Муаллиф", role);
        await using var scope = host.ScopeOf(SiteHost.Agency);

        var outcome = await Verbs.AnswerAsync(scope, (await host.AppealAsync(number)).Id, "Ҷавоб", author);

        Assert.That((outcome.Reasons.Single().Key, (await host.AppealAsync(number)).State),
            Is.EqualTo(("workflow.role", AppealState.Received)));
    }

    [Test]
    public async Task A_second_answer_is_refused_and_names_who_was_first()
    {
        var host = await FeedbackHost.GetAsync();
        var (number, _) = await host.Client().ReceiptAsync();
        var id = (await host.AppealAsync(number)).Id;
        await using var first = host.ScopeOf(SiteHost.Agency);
        await using var second = host.ScopeOf(SiteHost.Agency);
        await Verbs.AnswerAsync(first, id, "Якум");

        var late = await Verbs.AnswerAsync(second, id, "Дуюм", new Actor("b", "Дигар", Role.Editor, IsOfficer: true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(late.Reasons.Single().Key, Is.EqualTo("feedback.refused.closed"));
            Assert.That(late.Reasons.Single().Arguments, Is.EqualTo([Verbs.Officer.Name]));
            Assert.That((await host.AppealAsync(number)).Answer, Is.EqualTo("Якум"));
        }
    }

    [Test]
    public async Task Of_answers_at_the_same_moment_one_wins()
    {
        var host = await FeedbackHost.GetAsync();
        var (number, _) = await host.Client().ReceiptAsync();
        var id = (await host.AppealAsync(number)).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async answer =>
        {
            await using var scope = host.ScopeOf(SiteHost.Agency);
            return await Verbs.AnswerAsync(scope, id, $"Ҷавоби {answer}");
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcomes.Count(outcome => outcome.IsDone), Is.EqualTo(1));
            Assert.That(
                await host.StoredAsync<AppealEvent>(row => row.AppealId == id && row.State == AppealState.Answered),
                Has.Count.EqualTo(1));
            Assert.That(await host.StoredAsync<AuditEntry>(row => row.Subject == number), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Another_tenants_officer_reaches_no_appeal([Values] AppealVerb verb)
    {
        var host = await FeedbackHost.GetAsync();
        var (number, _) = await host.Client().ReceiptAsync();
        await using var scope = host.ScopeOf(SiteHost.OtherAgency);

        var outcome = await Verbs.RunAsync(scope, verb, (await host.AppealAsync(number)).Id, Verbs.Officer);

        Assert.That((outcome.Reasons.Single().Key, (await host.AppealAsync(number)).State),
            Is.EqualTo(("feedback.refused.gone", AppealState.Received)));
    }
}
