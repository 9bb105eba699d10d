using EgovSites.Platform.Accounts;
using EgovSites.Platform.Publishing.Verbs;

namespace EgovSites.Tests.Platform.Publishing.Verbs;

public class WorkflowTests
{
    // By stage the least role for: save, ask for a review, approve, send back, schedule, publish, publish urgently,
    // second look, withdraw, bin, restore, confirm. "t" translator, "a" author, "e" editor, "-" nobody.
    [TestCase(Stage.Missing, "t--------a--")]
    [TestCase(Stage.Draft, "ta--eee--a--")]
    [TestCase(Stage.InReview, "t-eeeee-ee-e")]
    [TestCase(Stage.Approved, "t--eee--ee-e")]
    [TestCase(Stage.Scheduled, "t---eee-ee-e")]
    [TestCase(Stage.Published, "ta--eeeeee-e")]
    [TestCase(Stage.Withdrawn, "ta--eee--e--")]
    [TestCase(Stage.Binned, "----------a-")]
    public void Every_stage_opens_exactly_these_verbs(Stage stage, string expected)
    {
        var actual = string.Concat(Enum.GetValues<Verb>().Select(verb => Workflow.LeastRole(stage, verb) switch
        {
            null => "-",
            Role.Translator => "t",
            Role.Author => "a",
            Role.Editor => "e",
            var other => other.ToString(),
        }));

        Assert.That(actual, Is.EqualTo(expected));
    }

    [Test]
    public void An_author_is_told_that_the_right_is_missing_and_everybody_that_a_verb_is_closed()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Workflow.Refusal(Stage.Draft, Verb.Publish, Role.Author)?.Key, Is.EqualTo("workflow.role"));
            Assert.That(Workflow.Refusal(Stage.Binned, Verb.Publish, Role.CentralAdministrator)?.Key,
                Is.EqualTo("workflow.closed"));
            Assert.That(Workflow.Refusal(Stage.Draft, Verb.Publish, Role.Editor), Is.Null);
        }
    }
}
