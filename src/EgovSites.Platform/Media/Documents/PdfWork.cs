using System.Globalization;
using EgovSites.Platform.Media.Children;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace EgovSites.Platform.Media.Documents;

/// <summary>What the child does with one PDF: it writes its words, page after page, up to so many characters.</summary>
public static class PdfWork
{
    // The library holds regulations and reports; beyond this many pages their words repeat.
    private const int LastPage = 500;

    /// <summary>Gives the exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments is not [var file, var most])
        {
            return (int)ChildVerdict.Unable;
        }

        try
        {
            using var pdf =
                PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            Write(pdf, output, int.Parse(most, CultureInfo.InvariantCulture));
            output.Flush();
            return (int)ChildVerdict.Done;
        }
        catch (Exception)
        {
            // The library throws whatever a strange file makes it throw; here that ends nothing but this child.
            return (int)ChildVerdict.Broken;
        }
    }

    private static void Write(PdfDocument pdf, TextWriter output, int left)
    {
        for (var number = 1; number <= Math.Min(pdf.NumberOfPages, LastPage) && left > 0; number++)
        {
            var text = WordsOf(pdf, number);
            output.WriteLine(text.Length > left ? text[..left] : text);
            left -= text.Length;
        }
    }

    // A page that cannot be read takes no other page along.
    private static string WordsOf(PdfDocument pdf, int number)
    {
        try
        {
            return ContentOrderTextExtractor.GetText(pdf.GetPage(number));
        }
        catch (Exception)
        {
            return "";
        }
    }
}
