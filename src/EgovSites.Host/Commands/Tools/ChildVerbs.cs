using System.Text;
using EgovSites.Platform.Media.Children;
using EgovSites.Platform.Media.Documents;
using EgovSites.Platform.Media.Pictures;

namespace EgovSites.Host.Commands.Tools;

/// <summary>
/// The verbs <c>picture</c> and <c>document-text</c>, which the host calls itself with, for what strangers made. They
/// stand before the command line and are in no help: nothing else of the host is loaded in such a process.
/// </summary>
internal static class ChildVerbs
{
    /// <summary>The exit code; null when another verb is meant.</summary>
    public static int? TryRun(string[] arguments)
    {
        if (arguments is not ["picture" or "document-text", .. var rest])
        {
            return null;
        }

        ChildLimits.Apply();
        return arguments[0] == "picture" ? PictureWork.Run(rest) : Read(rest);
    }

    private static int Read(string[] arguments)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        return PdfWork.Run(arguments, output);
    }
}
