using EgovSites.Platform.Media.Children;
using EgovSites.Platform.Media.Documents;
using EgovSites.Platform.Media.Kinds;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Tests.Platform.Media.Children;

namespace EgovSites.Tests.Platform.Media.Documents;

public sealed class DocumentTextTests
{
    [Test]
    public async Task A_PDF_gives_the_words_on_its_pages()
    {
        Assert.That(
            await ReadAsync(TestDocuments.Pdf("Budget order 2027"), FileKinds.Pdf), Does.Contain("Budget order 2027"));
    }

    [Test]
    public async Task A_scan_gives_nothing_and_a_damaged_PDF_nothing_known()
    {
        Assert.That((await ReadAsync(TestDocuments.Pdf(), FileKinds.Pdf))?.Trim(), Is.Empty);
        Assert.That(await ReadAsync("%PDF-1.4 nothing follows"u8.ToArray(), FileKinds.Pdf), Is.Null);
    }

    [Test]
    public async Task Word_gives_its_runs_as_words_without_what_was_struck_out()
    {
        var xml =
            "<d xmlns:w=\"w\"><w:p><w:r><w:t>Тасди</w:t></w:r><w:r><w:t>қ карда шуд</w:t></w:r></w:p><w:p><w:delText>махфӣ</w:delText><w:t>Банди</w:t><w:tab/><w:t>дуюм</w:t></w:p></d>";

        Assert.That((await ReadAsync(TestDocuments.DocxOf(xml), FileKinds.Docx))!.Trim(),
            Is.EqualTo("Тасдиқ карда шуд Банди дуюм"));
    }

    [Test]
    public async Task Excel_gives_its_shared_and_inline_words()
    {
        var file = TestDocuments.Xlsx("<si><t>Вилоят</t></si><si><r><t>Суғ</t></r><r><t>д</t></r></si>",
            "<worksheet><c><is><t>Ҷамъ</t></is></c><c><v>77</v></c></worksheet>");

        Assert.That((await ReadAsync(file, FileKinds.Xlsx))!.Trim(), Is.EqualTo("Вилоят Суғд Ҷамъ"));
    }

    [Test]
    public async Task Every_sheet_is_read_in_its_order_and_parts_go_by_the_names_that_Word_on_the_web_gives_them()
    {
        static string Cell(string text) => $"<worksheet><c><is><t>{text}</t></is></c></worksheet>";
        var book = TestDocuments.Zip(
            ("xl/worksheets/sheet10.xml", Cell("даҳум")), ("xl/worksheets/sheet2.xml", Cell("дуюм")),
            ("xl/worksheets/sheetx.xml", Cell("бегона")));
        var paper = TestDocuments.Zip(
            ("word/endnotes.xml", "<d><p><t>эзоҳ</t></p></d>"), ("word/comments.xml", "<d><p><t>махфӣ</t></p></d>"),
            ("word/document2.xml", "<d><p><t>Фармон</t></p></d>"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await ReadAsync(book, FileKinds.Xlsx))!.Trim(), Is.EqualTo("дуюм даҳум"));
            Assert.That((await ReadAsync(paper, FileKinds.Docx))!.Trim(), Is.EqualTo("Фармон эзоҳ"));
        }
    }

    [Test]
    public async Task OpenDocument_gives_its_paragraphs()
    {
        var file = TestDocuments.Odt(
            "<text:h>Боби 1</text:h><text:p>Му<text:span>қар</text:span>рарот<text:s/>умумӣ</text:p>");

        Assert.That((await ReadAsync(file, FileKinds.Odt))!.Trim(), Is.EqualTo("Боби 1 Муқаррарот умумӣ"));
    }

    [TestCase("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d xmlns:w='w'><w:p><w:t>&x;</w:t></w:p></d>",
        TestName = "An_entity_that_names_a_file")]
    [TestCase("<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><d xmlns:w='w'><w:t>&b;</w:t></d>",
        TestName = "Entities_that_multiply")]
    [TestCase("<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/x.dtd'><d/>", TestName = "A_document_type_elsewhere")]
    [TestCase("no XML at all", TestName = "What_is_no_XML")]
    public async Task Is_never_followed(string xml) =>
        Assert.That(await ReadAsync(TestDocuments.DocxOf(xml), FileKinds.Docx), Is.Null);

    [Test]
    public async Task The_slides_of_a_presentation_are_read_in_their_order()
    {
        var slides = Enumerable.Range(1, 11).Select(number => $"Слайди {number}").ToArray();

        Assert.That((await ReadAsync(TestDocuments.Pptx(slides), FileKinds.Pptx))!.Trim(),
            Is.EqualTo(string.Join(' ', slides)));
        Assert.That((await ReadAsync(TestDocuments.Odp("<text:p>Муаррифӣ</text:p>"), FileKinds.Odp))!.Trim(),
            Is.EqualTo("Муаррифӣ"));
    }

    [Test]
    public async Task Many_bombs_in_one_presentation_cost_no_more_than_one()
    {
        var padding = $"<p:sld xmlns:p='p'>{new string(' ', 6_000_000)}<t>калима</t></p:sld>";

        var text = await ReadAsync(TestDocuments.PptxOf([.. Enumerable.Repeat(padding, 8)]), FileKinds.Pptx);

        Assert.That(text!.Split("калима"), Has.Length.LessThanOrEqualTo(4), "three slides use up what may be unpacked");
    }

    [Test]
    public async Task A_bomb_of_words_is_read_up_to_the_limit()
    {
        var bomb =
            TestDocuments.Bomb("<d xmlns:w='w'>", "<w:p><w:t>бонги хатар бонги хатар</w:t></w:p>", 1_000_000, "</d>");

        var text = await ReadAsync(bomb, FileKinds.Docx);

        Assert.That(text, Has.Length.LessThanOrEqualTo(DocumentText.MaxLength)
            .And.Length.GreaterThan(DocumentText.MaxLength / 2));
    }

    [Test]
    public async Task A_bomb_of_one_word_is_given_up()
    {
        var bomb = TestDocuments.Bomb("<d xmlns:w='w'><w:t>", new string('a', 1_000_000), 60, "</w:t></d>");

        Assert.That(bomb, Has.Length.LessThan(MediaStore.MaxDocument));
        Assert.That(await ReadAsync(bomb, FileKinds.Docx), Is.Null);
    }

    [Test]
    public async Task A_well_without_bottom_is_given_up()
    {
        var deep = TestDocuments.Bomb("", "<d>", 3_000_000, "");

        Assert.That(await ReadAsync(deep, FileKinds.Docx), Is.Null.Or.Empty);
    }

    [TestCase("bom-ascii.pdf", ExpectedResult = "Leading mark alpha")]
    [TestCase("bom-binary.pdf", ExpectedResult = "Leading mark beta")]
    public async Task<string?> A_PDF_with_something_before_its_beginning_is_read(string name) =>
        (await ReadAsync(TestCases.Read(name), FileKinds.Pdf))?.Trim();

    [Test]
    public async Task Tables_of_OpenDocument_are_read() =>
        Assert.That(await ReadAsync(TestCases.Read("sheet.ods"), FileKinds.Ods), Is.Not.Null.And.Not.Empty);

    [Test]
    public async Task A_reader_that_hangs_gives_nothing_known()
    {
        using var script = new Script("sleep 300");
        using var documents =
            new DocumentText(new ChildProgram(script.Path), new ChildLimits(1, TimeSpan.FromSeconds(1), 1L << 30));

        Assert.That(await ReadAsync(TestDocuments.Pdf("x"), FileKinds.Pdf, documents), Is.Null);
    }

    [Test]
    public async Task A_reader_that_never_ends_talking_is_cut_off()
    {
        using var script = new Script("yes бюджет");
        using var documents = new DocumentText(new ChildProgram(script.Path));

        Assert.That(await ReadAsync(TestDocuments.Pdf("x"), FileKinds.Pdf, documents),
            Has.Length.EqualTo(DocumentText.MaxLength));
    }

    [Test]
    public async Task A_PDF_of_the_standard_is_read_with_its_Cyrillic_letters()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "tenants", "standard", "1.0", "media");
        var file = Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).First();

        Assert.That(await ReadAsync(await File.ReadAllBytesAsync(file), FileKinds.Pdf), Does.Match("[А-я]{4}"));
    }

    private static async Task<string?> ReadAsync(byte[] content, FileKind kind, DocumentText? documents = null)
    {
        var file = Path.GetTempFileName();
        using var own = new DocumentText(OwnProgram.Child);
        try
        {
            await File.WriteAllBytesAsync(file, content);
            return await (documents ?? own).ReadAsync(file, kind.ContentType);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
