using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Running;

namespace EgovSites.Tests.Platform.Content.Running;

/// <summary>What Markdown says by numbers and blanks stays said.</summary>
public class KeptMarksTests
{
    [TestCase("1. а\n3. б\n4. в", "<ol>\n<li>а</li>\n<li value=\"3\">б</li>\n<li>в</li>\n</ol>\n")]
    [TestCase("3. а\n4. б", "<ol start=\"3\">\n<li>а</li>\n<li>б</li>\n</ol>\n")]
    [TestCase("1. а\n1. б\n1. в", "<ol>\n<li>а</li>\n<li>б</li>\n<li>в</li>\n</ol>\n")]
    [TestCase("1. а\n1. б\n5. в", "<ol>\n<li>а</li>\n<li>б</li>\n<li value=\"5\">в</li>\n</ol>\n")]
    public void A_list_that_leaves_numbers_out_keeps_those_it_has(string markdown, string html) =>
        Assert.That(MarkdownText.ToHtml(markdown), Is.EqualTo(html));

    [TestCase("Якум  \nДуюм", "Якум\\\nДуюм")]
    [TestCase("Якум     \r\nДуюм", "Якум\\\nДуюм")]
    [TestCase("- а  \n  б", "- а\\\n  б")]
    [TestCase("> а  \n> б  \n> в", "> а\\\n> б\\\n> в")]
    [TestCase("## Сарлавҳа  \nМатн", "## Сарлавҳа  \nМатн")]
    [TestCase("- а  \n- б", "- а  \n- б")]
    [TestCase("Охир  \n\nНав", "Охир  \n\nНав")]
    [TestCase("| а | б |  \n|---|---|\n| 1 | 2 |  \n", "| а | б |  \n|---|---|\n| 1 | 2 |  \n")]
    [TestCase("Якум \nДуюм", "Якум \nДуюм")]
    public void A_break_by_two_blanks_is_one_that_can_be_seen(string typed, string seen) =>
        Assert.That(HardBreaks.Seen(typed), Is.EqualTo(seen));

    [TestCase("a\u200B@x.tj", "a@x.tj")]
    [TestCase("ali@x.tj\u202E", "ali@x.tj")]
    [TestCase(" ali@x.tj\n", "ali@x.tj")]
    public void An_address_loses_what_nobody_sees_in_it(string typed, string kept)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(EmailField.Clean(typed), Is.EqualTo(kept));
            Assert.That(EmailField.IsEmail("a\u200B@x.tj"), Is.False);
        }
    }
}
