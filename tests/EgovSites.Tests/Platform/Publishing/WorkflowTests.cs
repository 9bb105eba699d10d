using EgovSites.Platform.Accounts;
using EgovSites.Platform.Publishing;

namespace EgovSites.Tests.Platform.Publishing;

public class WorkflowTests
{
    // stage, then for save / publish / withdraw / bin / restore the least role, or "-" where nobody may.
    [TestCase(Stage.Missing, "author", "-", "-", "author", "-")]
    [TestCase(Stage.Draft, "author", "editor", "-", "author", "-")]
    [TestCase(Stage.Published, "author", "editor", "editor", "editor", "-")]
    [TestCase(Stage.Withdrawn, "author", "editor", "-", "editor", "-")]
    [TestCase(Stage.Binned, "-", "-", "-", "-", "author")]
    public void Every_stage_opens_exactly_these_verbs(Stage stage, string save, string publish, string withdraw, string bin, string restore)
    {
        string[] expected = [save, publish, withdraw, bin, restore];

        var actual = Enum.GetValues<Verb>().Select(verb => Workflow.LeastRole(stage, verb) switch
        {
            null => "-",
            Role.Author => "author",
            Role.Editor => "editor",
            var other => other.ToString(),
        });

        Assert.That(actual, Is.EqualTo(expected));
    }

    [Test]
    public void An_author_is_told_that_the_right_is_missing_and_everybody_that_a_verb_is_closed()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Workflow.Refusal(Stage.Draft, Verb.Publish, Role.Author)?.Key, Is.EqualTo("workflow.role"));
            Assert.That(Workflow.Refusal(Stage.Binned, Verb.Publish, Role.CentralAdministrator)?.Key, Is.EqualTo("workflow.closed"));
            Assert.That(Workflow.Refusal(Stage.Draft, Verb.Publish, Role.Editor), Is.Null);
        }
    }
}
