using EgovSites.Platform.Media.Kinds;

namespace EgovSites.Tests.Platform.Media.Kinds;

public class FileNamesTests
{
    [TestCase("Order 15 of 01.02.2026", ExpectedResult = "Order 15 of 01.02.2026.pdf")]
    [TestCase("Rules v1.2 final", ExpectedResult = "Rules v1.2 final.pdf")]
    [TestCase("Қарор №5 аз 01.иҷро", ExpectedResult = "Қарор №5 аз 01.иҷро.pdf")]
    [TestCase("plan.PDF", ExpectedResult = "plan.pdf")]
    [TestCase("order.exe", ExpectedResult = "order.pdf")]
    [TestCase("what.pdf.exe", ExpectedResult = "what.pdf.pdf")]
    [TestCase("Nizomnoma%20nav.pdf", ExpectedResult = "Nizomnoma%20nav.pdf")]
    [TestCase("C:\\Documents\\эзоҳ.docx", ExpectedResult = "эзоҳ.pdf")]
    [TestCase("😀.pdf", ExpectedResult = "😀.pdf")]
    [TestCase("…", ExpectedResult = "….pdf")]
    [TestCase("", ExpectedResult = "file.pdf")]
    public string Nothing_of_a_name_is_lost_but_its_false_ending(string sent) => FileNames.Of(sent, FileKinds.Pdf, 100);

    [TestCase(99)]
    [TestCase(98)]
    [TestCase(95)]
    public void A_long_name_is_cut_between_letters(int before)
    {
        var family = "👨‍👩‍👧‍👦";
        var name = FileNames.Of(new string('b', before) + family + ".pdf", FileKinds.Pdf, 100);

        Assert.That(name, Is.EqualTo(new string('b', before) + ".pdf"));
    }

    [Test]
    public void Half_a_letter_is_not_kept()
    {
        var name = FileNames.Of("a" + '\uD83D' + ".pdf", FileKinds.Pdf, 100);

        Assert.That(name.Any(char.IsSurrogate), Is.False);
        Assert.That(FileNames.Sent("a" + '\uDE00' + ".pdf").Any(char.IsSurrogate), Is.False);
    }

    [Test]
    public void A_very_long_name_keeps_its_beginning_and_its_ending()
    {
        var sent = FileNames.Sent("Қарор" + new string('а', 300) + ".csv");

        Assert.That(sent, Does.StartWith("Қарораа").And.EndWith(".csv"));
        Assert.That(sent, Has.Length.LessThan(255));
    }
}
