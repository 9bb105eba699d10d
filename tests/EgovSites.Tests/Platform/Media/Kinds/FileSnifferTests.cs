using System.IO.Compression;
using System.Text;
using EgovSites.Platform.Media;

namespace EgovSites.Tests.Platform.Media;

public class FileKindsTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    [TestCase("%PDF-1.7 …", "pdf")]
    [TestCase("\u00FF\u00D8\u00FF\u00E0 JFIF", "jpg")]
    [TestCase("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "png")]
    [TestCase("RIFF\u0010\0\0\0WEBPVP8 ", "webp")]
    [TestCase("RIFF\u0010\0\0\0WAVEfmt ", null)]
    [TestCase("GIF89a\0", null)]
    [TestCase("MZ\u0090\0", null)]
    [TestCase("PK\u0003\u0004 broken", null)]
    [TestCase("\u00CF\u00EE\u00EB", null)]
    [TestCase("plain\0text", null)]
    [TestCase("", null)]
    public void The_bytes_decide(string bytes, string? extension) =>
        Assert.That(FileKinds.Detect(new MemoryStream(Encoding.Latin1.GetBytes(bytes)))?.Extension, Is.EqualTo(extension));

    [Test]
    public void Text_is_valid_unicode_of_any_length()
    {
        var text = Encoding.UTF8.GetBytes(new string('ҷ', 5000) + "\r\n\t");

        Assert.That(FileKinds.Detect(new MemoryStream(text)), Is.EqualTo(FileKinds.Text));
        Assert.That(FileKinds.Detect(new MemoryStream(text[..^4])), Is.Null);
    }

    [TestCase("[Content_Types].xml", $"<Override ContentType=\"{Word}\"/>", "docx")]
    [TestCase("[Content_Types].xml", $"<Override ContentType=\"{Sheet}\"/>", "xlsx")]
    [TestCase("[Content_Types].xml", $"<Override ContentType=\"{Word}\"/><Override ContentType=\"application/vnd.ms-office.vbaProject\"/>", null)]
    [TestCase("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml", null)]
    [TestCase("mimetype", "application/vnd.oasis.opendocument.text", "odt")]
    [TestCase("[Content_Types].xml", "<Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/>", "pptx")]
    [TestCase("[Content_Types].xml", "<Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml\"/>", null)]
    [TestCase("[Content_Types].xml", "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", null)]
    [TestCase("mimetype", "application/vnd.oasis.opendocument.presentation", "odp")]
    [TestCase("mimetype", "application/epub+zip", null)]
    [TestCase("readme.txt", "a plain archive", null)]
    public void An_archive_is_what_its_manifest_says(string entry, string content, string? extension) =>
        Assert.That(FileKinds.Detect(Archive(entry, Encoding.UTF8.GetBytes(content)))?.Extension, Is.EqualTo(extension));

    [Test]
    public void A_manifest_that_is_a_bomb_is_not_unpacked() =>
        Assert.That(FileKinds.Detect(Archive("[Content_Types].xml", new byte[50 << 20])), Is.Null);

    [Test]
    public void The_stream_is_left_at_its_start()
    {
        var stream = Archive("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray());

        FileKinds.Detect(stream);

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
}
