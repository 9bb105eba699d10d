using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Redirects;

namespace EgovSites.Tests.Platform.Redirects;

public class RedirectRulesTests
{
    [TestCase("/Old/Page.php/", "/old/page.php")]
    [TestCase("/index.php?ID=7", "/index.php?id=7")]
    [TestCase("/%D0%BD%D0%B0%D0%B2", "/нав")]
    [TestCase("//evil.tj/x", null)]
    [TestCase("https://old.tj/x", null)]
    [TestCase("/", null)]
    [TestCase("/admin/sites", null)]
    [TestCase("/a b", null)]
    public void An_old_address_is_kept_in_one_form(string typed, string? kept) =>
        Assert.That(RedirectAddress.From(typed), Is.EqualTo(kept));

    [TestCase("/tg/нав", "/tg/%D0%BD%D0%B0%D0%B2")]
    [TestCase("https://example.tj/a", "https://example.tj/a")]
    [TestCase("http://example.tj/a", null)]
    [TestCase("//example.tj/a", null)]
    [TestCase("/\\example.tj", null)]
    [TestCase("https://me@example.tj/", null)]
    [TestCase("javascript:alert(1)", null)]
    [TestCase("", null)]
    public void A_new_address_is_a_path_or_https(string typed, string? kept) =>
        Assert.That(RedirectAddress.To(typed), Is.EqualTo(kept));

    [TestCase("/x", "/x", "redirects.loop")]
    [TestCase("/b", "/a", "redirects.loop")]
    [TestCase("/a", "/c", "redirects.taken")]
    [TestCase("/c", "/A/", "redirects.chain")]
    [TestCase("/b", "/c", "redirects.chainTo")]
    [TestCase("/tg/live", "/c", "redirects.live")]
    [TestCase("/x", "/c", null)]
    public void What_would_go_round_or_hide_a_page_is_refused(string from, string to, string? reason)
    {
        var rules = new RedirectRules(
            new Dictionary<string, string> { ["/a"] = "/b" }, new HashSet<string> { "/tg/live" }, _ => false);

        Assert.That(rules.Take(from, to).Problem?.Key, Is.EqualTo(reason));
    }

    [Test]
    public void Lines_of_one_file_are_held_against_each_other()
    {
        var rules = new RedirectRules(new Dictionary<string, string>(), new HashSet<string>(), _ => false);
        rules.Take("/1", "/2");

        Assert.That(rules.Take("/2", "/3").Problem?.Key, Is.EqualTo("redirects.chainTo"));
    }
}
