using System.Globalization;

namespace EgovSites.Benchmarks;

internal static class Report
{
    /// <summary>Prints a figure beside its bound; true when it holds.</summary>
    public static bool AtLeast(string what, double figure, double bound, string unit = "") =>
        Line(what, figure, "≥", bound, unit, figure >= bound);

    public static bool AtMost(string what, double figure, double bound, string unit = "") =>
        Line(what, figure, "≤", bound, unit, figure <= bound);

    public static void Note(string text) => Console.Out.WriteLine("  " + text);

    private static bool Line(string what, double figure, string sign, double bound, string unit, bool holds)
    {
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{(holds ? "holds" : "FAILS")}  {what}: {figure:0.###} {unit} ({sign} {bound})"));
        return holds;
    }
}
