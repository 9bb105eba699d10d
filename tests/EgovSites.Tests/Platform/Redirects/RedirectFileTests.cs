using System.Diagnostics;
using EgovSites.Platform.Redirects;

namespace EgovSites.Tests.Platform.Redirects;

public class RedirectFileTests
{
    [Test]
    public void A_file_is_read_as_spreadsheets_write_it()
    {
        var (lines, problem) =
            RedirectFile.Read("\uFEFFfrom,to\r\n/a,/b\r\n\r\n\"/c,d\",\"/e\"\r\n/f;/g\r\n/lonely\r\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem, Is.Null);
            Assert.That(
                lines, Is.EqualTo(new[] { (2, "/a", "/b"), (4, "/c,d", "/e"), (5, "/f", "/g"), (6, "/lonely", "") }));
            Assert.That(RedirectFile.Read("from,to\n").Problem?.Key, Is.EqualTo("redirects.empty"));
            Assert.That(
                RedirectFile.Read(
                    string.Join('\n', Enumerable.Range(0, RedirectFile.MostLines + 1)
                        .Select(number => $"/{number},/x"))).Problem?.Key, Is.EqualTo("redirects.tooMany"));
        }
    }

    [TestCase("from;to\r\n/a,b;/c\r\n/d;/e\r\n", "Excel in Russian")]
    [TestCase("sep=;\r\nfrom;to\r\n/a,b;/c\r\n/d;/e", "with its own first line")]
    [TestCase("from\tto\n/a,b\t/c\n/d\t/e", "pasted from a sheet")]
    [TestCase("/a,b;/c\r/d;/e\r", "an old Macintosh")]
    [TestCase("\uFEFF\"/a,b\" , /c\n  \n;;;\n,,\n/d , \"/e\"\n", "blanks and empty rows")]
    public void The_separator_is_the_one_that_makes_addresses(string text, string why) =>
        Assert.That(RedirectFile.Read(text)
            .Lines.Select(line => (line.From, line.To)), Is.EqualTo([("/a,b", "/c"), ("/d", "/e")]), why);

    [TestCase("/index.php?a=1;b=2;c=3,/tg/news", "/index.php?a=1;b=2;c=3", "/tg/news")]
    [TestCase("/x,y,z;/tg/news", "/x,y,z", "/tg/news")]
    [TestCase("/a;jsessionid=1,https://example.tj/b;c", "/a;jsessionid=1", "https://example.tj/b;c")]
    [TestCase("/say\"so,/b", "/say\"so", "/b")]
    [TestCase("old.php;/tg/news", "old.php", "/tg/news")]
    [TestCase("/a,/b,/c", "/a,/b,/c", "")]
    public void Separators_within_an_address_part_nothing(string line, string from, string to) =>
        Assert.That(RedirectFile.Read(line).Lines, Is.EqualTo([(1, from, to)]));

    [Test]
    public void A_line_break_within_a_note_is_no_new_line()
    {
        var (lines, _) = RedirectFile.Read("from,to,note\r\n/a,/b,\"первая\r\nвторая, \"\"третья\"\"\"\r\n/c,/d,\r\n");

        Assert.That(lines, Is.EqualTo([(2, "/a", "/b"), (4, "/c", "/d")]));
    }

    [Test]
    public void A_quotation_mark_that_never_closes_is_named_with_its_line()
    {
        var (lines, problem) = RedirectFile.Read("/a,/b\n/c,\"/d\n/e,/f\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Is.Empty);
            Assert.That(problem, Has.Property("Key").EqualTo("redirects.quote").And.Property("Arguments")
                .EqualTo(new object[] { 2L }));
        }
    }

    [Test]
    public void A_head_counts_for_no_line_and_too_many_are_counted_without_being_kept()
    {
        var full = "from,to\n"
            + string.Join('\n', Enumerable.Range(0, RedirectFile.MostLines).Select(number => $"/{number},/x"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RedirectFile.Read(full).Lines, Has.Count.EqualTo(RedirectFile.MostLines));
            Assert.That(RedirectFile.Read(full + string.Concat(Enumerable.Repeat("\n/y,/x", 4000)))
                .Problem!.Arguments, Is.EqualTo(new object[] { 5000, 9000 }));
        }
    }

    [TestCase(',')]
    [TestCase('x')]
    [TestCase('"')]
    [TestCase('\n')]
    public void Four_million_of_one_letter_take_a_moment(char letter)
    {
        var clock = Stopwatch.StartNew();

        RedirectFile.Read("/a,/b\n/" + new string(letter, 4_000_000));

        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }
}
