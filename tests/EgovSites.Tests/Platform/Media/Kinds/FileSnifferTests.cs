using System.IO.Compression;
using System.Text;
using EgovSites.Platform.Media.Kinds;

namespace EgovSites.Tests.Platform.Media.Kinds;

public class FileSnifferTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    [TestCase("%PDF-1.7 …", "pdf")]
    [TestCase("\u00FF\u00D8\u00FF\u00E0 JFIF", "jpg")]
    [TestCase("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "png")]
    [TestCase("RIFF\u0010\0\0\0WEBPVP8 ", "webp")]
    [TestCase("GIF89a\0", "gif")]
    [TestCase("RIFF\u0010\0\0\0WAVEfmt ", "media.kind.video")]
    [TestCase("\0\0\0\u0018ftypheic\0\0", "media.kind.heic")]
    [TestCase("\0\0\0\u0018ftypmif1\0\0", "media.kind.heic")]
    [TestCase("\0\0\0\u0018ftypavif\0\0", "media.kind.picture")]
    [TestCase("\0\0\0\u0018ftypmp42\0\0", "media.kind.video")]
    [TestCase("II*\0\u0008\0", "media.kind.picture")]
    [TestCase("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "media.kind.oldOffice")]
    [TestCase("Rar!\u001A\u0007", "media.kind.archive")]
    [TestCase("MZ\u0090\0", "media.kind.program")]
    [TestCase("PK\u0003\u0004 broken", "media.brokenArchive")]
    [TestCase("{\\rtf1\\ansi Hello}", "media.kind.rtf")]
    [TestCase("\uFEFF <!DOCTYPE html><p>x", "media.kind.html")]
    [TestCase("<html><p>It begins with %PDF-1.4 and ends with startxref", "media.kind.html")]
    [TestCase("A PDF begins with %PDF-1.4.", "txt")]
    [TestCase("<3 Душанбе", "txt")]
    [TestCase("plain\0text", "media.kind")]
    [TestCase("", "media.empty")]
    public void The_bytes_decide(string text, string found)
    {
        var isBytes = text.All(letter => letter < 256);
        var sniffed =
            FileSniffer.Look(new MemoryStream((isBytes ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text)), "");

        Assert.That(sniffed.Kind?.Extension ?? sniffed.Refusal, Is.EqualTo(found));
    }

    [TestCase("letter.rtf", "letter.rtf", "media.kind.rtf")]
    [TestCase("letter.rtf", "letter.txt", "media.kind.rtf")]
    [TestCase("sheet.ods", "sheet.ods", "ods")]
    [TestCase("bom-ascii.pdf", "order.pdf", "pdf")]
    [TestCase("bom-binary.pdf", "order.pdf", "pdf")]
    [TestCase("utf16le.csv", "table.csv", "csv")]
    [TestCase("windows-1251.csv", "table.csv", "csv")]
    [TestCase("windows-1251.csv", "photo.jpg", "media.kind")]
    public void What_troubled_others_is_known(string file, string name, string found)
    {
        var sniffed = FileSniffer.Look(new MemoryStream(TestCases.Read(file)), name);

        Assert.That(sniffed.Kind?.Extension ?? sniffed.Refusal, Is.EqualTo(found));
    }

    [TestCase(1000, "pdf")]
    [TestCase(1100, "media.kind")]
    public void A_PDF_may_begin_late_but_not_too_late(int before, string found)
    {
        byte[] late = [.. Enumerable.Repeat((byte)0x01, before), .. TestDocuments.Pdf("x")];
        var sniffed = FileSniffer.Look(new MemoryStream(late), "x.pdf");

        Assert.That(sniffed.Kind?.Extension ?? sniffed.Refusal, Is.EqualTo(found));
    }

    [TestCase(1251, "windows-1251")]
    [TestCase(866, "cp866|ibm866")]
    [TestCase(20866, "koi8-r")]
    [TestCase(1200, "utf-16")]
    [TestCase(1201, "utf-16be|utf-16BE")]
    [TestCase(65001, "")]
    public void How_letters_are_written_is_found_out(int page, string names)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        var bytes = encoding.GetBytes("Номи муассиса;Маблаг\r\nВазорати молия №15;100\r\nХАТЛОН И СУГД;300\r\n");
        var sniffed = FileSniffer.Look(new MemoryStream(bytes), "table.csv");

        Assert.That(names.Split('|'), Does.Contain(sniffed.ForeignEncoding));
    }

    [TestCase("caf\u00E9 cr\u00E8me \u00E0 la carte")]
    [TestCase("\u0080\u0081\u0090\u009D\u00FF\u00D8 noise \u00B0\u00B1\u00B2")]
    public void What_is_no_Cyrillic_is_not_guessed(string text) =>
        Assert.That(FileSniffer.Look(new MemoryStream(Encoding.Latin1.GetBytes(text)), "a.txt")
            .Refusal, Is.EqualTo("media.kind"));

    [TestCase("", "txt")]
    [TestCase("notes.md", "txt")]
    [TestCase("Order 15 of 01.02.2026", "txt")]
    [TestCase("table.CSV", "csv")]
    [TestCase("page.php", "media.kind.text")]
    [TestCase("photo.png", "media.kind.text")]
    public void Of_text_the_name_narrows_what_is_taken(string name, string found)
    {
        var sniffed = FileSniffer.Look(new MemoryStream("a,b"u8.ToArray()), name);

        Assert.That(sniffed.Kind?.Extension ?? sniffed.Refusal, Is.EqualTo(found));
    }

    [Test]
    public void Text_is_valid_unicode_of_any_length()
    {
        var text = Encoding.UTF8.GetBytes(new string('ҷ', 5000) + "\r\n\t");

        Assert.That(FileSniffer.Look(new MemoryStream(text), "").Kind, Is.EqualTo(FileKinds.Text));
        Assert.That(FileSniffer.Look(new MemoryStream(text[..^4]), "").Kind, Is.Null);
    }

    [TestCase("[Content_Types].xml", $"<Override ContentType=\"{Word}\"/>", "docx")]
    [TestCase("[Content_Types].xml", $"<Override ContentType=\"{Sheet}\"/>", "xlsx")]
    [TestCase("[Content_Types].xml",
        $"<Override ContentType=\"{Word}\"/><Override ContentType=\"application/vnd.ms-office.vbaProject\"/>",
        "media.kind.macros")]
    [TestCase("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml", "media.kind.macros")]
    [TestCase("mimetype", "application/vnd.oasis.opendocument.text", "odt")]
    [TestCase("[Content_Types].xml",
        "<Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/>", "pptx")]
    [TestCase("[Content_Types].xml",
        "<Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml\"/>",
        "media.kind.archive")]
    [TestCase(
        "[Content_Types].xml", "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", "media.kind.macros")]
    [TestCase("mimetype", "application/vnd.oasis.opendocument.presentation", "odp")]
    [TestCase("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "ods")]
    [TestCase("mimetype", "application/epub+zip", "media.kind.archive")]
    [TestCase("readme.txt", "a plain archive", "media.kind.archive")]
    public void An_archive_is_what_its_manifest_says(string entry, string content, string found)
    {
        var sniffed = FileSniffer.Look(Archive(entry, Encoding.UTF8.GetBytes(content)), "");

        Assert.That(sniffed.Kind?.Extension ?? sniffed.Refusal, Is.EqualTo(found));
    }

    [Test]
    public void A_manifest_that_is_a_bomb_is_not_unpacked() =>
        Assert.That(FileSniffer.Look(Archive("[Content_Types].xml", new byte[50 << 20]), "").Kind, Is.Null);

    [Test]
    public void The_stream_is_left_at_its_start()
    {
        var stream = Archive("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray());

        FileSniffer.Look(stream, "");

        Assert.That(stream.Position, Is.Zero);
    }

    private static MemoryStream Archive(string entry, byte[] content)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var target = archive.CreateEntry(entry).Open();
            target.Write(content);
        }

        return stream;
    }

    [TestCase("BM;Маблағ", "a.csv", "")]
    [TestCase("MZ нома", "a.txt", "")]
    [TestCase("ID3 нома", "a.txt", "")]
    [TestCase("MZ\0\0\u0001\u0002", "a.txt", "media.kind.program")]
    [TestCase("BM;Маблағ", "a.bmp", "media.kind.picture")]
    public void A_text_may_begin_with_the_letters_of_a_program(string text, string name, string refusal)
    {
        var sniffed = FileSniffer.Look(new MemoryStream(Encoding.GetEncoding(1251).GetBytes(text)), name);

        Assert.That(sniffed.Refusal, Is.EqualTo(refusal));
    }

    [TestCase("template.main+xml", "media.kind.template")]
    [TestCase("document.macroEnabled.main+xml", "media.kind.macros")]
    public void An_Office_file_that_is_not_taken_is_called_what_it_is(string part, string refusal)
    {
        using var content = new MemoryStream();
        using (var archive =
            new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var parts = new StreamWriter(archive.CreateEntry("[Content_Types].xml").Open(), Encoding.Unicode);
            parts.Write(
                $"<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.{part}'/></Types>");
        }

        Assert.That(FileSniffer.Look(content, "a.docx").Refusal, Is.EqualTo(refusal));
    }

    [Test]
    public void A_document_with_a_password_is_no_old_one()
    {
        var file = new byte[2048];
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        head.CopyTo(file, 0);
        file[30] = 9;
        file[48] = 1;
        var old = FileSniffer.Look(new MemoryStream(file), "a.xlsx").Refusal;
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(file, 1024 + 128);

        Assert.That((old, FileSniffer.Look(new MemoryStream(file), "a.xlsx").Refusal),
            Is.EqualTo(("media.kind.oldOffice", "media.kind.password")));
    }

    [Test]
    public void An_AVIF_under_a_general_name_is_no_HEIC() => Assert.That(
        FileSniffer.Look(new MemoryStream([0, 0, 0, 28, .. "ftypmif1"u8, 0, 0, 0, 0, .. "mif1avifmiaf"u8]), "a.avif")
            .Refusal, Is.EqualTo("media.kind.picture"));
}
