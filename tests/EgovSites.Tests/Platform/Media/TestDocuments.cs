using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace EgovSites.Tests.Platform.Media;

/// <summary>Small documents, good and bad, as bytes.</summary>
public static class TestDocuments
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>One page with a line of Latin text; without it, what a scanner makes.</summary>
    public static byte[] Pdf(string text = "", string action = "")
    {
        var page = text.Length > 0 ? $"BT /F1 12 Tf 20 100 Td ({text}) Tj ET" : "0 0 m 90 90 l S";
        var pdf = new StringBuilder("%PDF-1.4\n");
        var starts = new List<int>();
        foreach (var (body, number) in new[]
        {
            $"<< /Type /Catalog /Pages 2 0 R {action} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }.Select((body, index) => (body, index + 1)))
        {
            starts.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n")
            .AppendJoin("", starts.Select(start => $"{start:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes($"{pdf}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
    }

    public static byte[] Docx(params string[] paragraphs) =>
        DocxOf($"<w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))}</w:body></w:document>");

    /// <summary>A Word file with this as its main part, whatever it is.</summary>
    public static byte[] DocxOf(string xml) => Zip(
        ("[Content_Types].xml",
            "<Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"),
        ("word/document.xml", xml));

    public static byte[] Xlsx(string shared, string sheet = "<worksheet/>") => Zip(
        ("[Content_Types].xml",
            "<Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"),
        ("xl/sharedStrings.xml", $"<sst>{shared}</sst>"),
        ("xl/worksheets/sheet1.xml", sheet));

    public static byte[] Odt(string body) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"<office xmlns:text=\"urn:text\"><body>{body}</body></office>"));

    /// <summary>A presentation with a text to each slide.</summary>
    public static byte[] Pptx(params string[] slides) =>
        PptxOf([.. slides.Select(
            text => $"<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>")]);

    /// <summary>A presentation with these as its slides, whatever they are.</summary>
    public static byte[] PptxOf(params string[] slides) => Zip(
    [
        ("[Content_Types].xml",
            "<Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/>"),
        .. slides.Select((xml, index) => ($"ppt/slides/slide{index + 1}.xml", xml)),
    ]);

    public static byte[] Odp(string body) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.presentation"),
        ("content.xml", $"<office xmlns:text=\"urn:text\"><body>{body}</body></office>"));

    /// <summary>A Word file whose main part unpacks to many more bytes than it has.</summary>
    public static byte[] Bomb(string before, string piece, int times, string after)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml",
                "<Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>");
            using var writer =
                new StreamWriter(archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open());
            writer.Write(before);
            for (var count = 0; count < times; count++)
            {
                writer.Write(piece);
            }

            writer.Write(after);
        }

        return packed.ToArray();
    }

    /// <summary>An archive of these parts and no more.</summary>
    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                Write(archive, name, text);
            }
        }

        return packed.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
