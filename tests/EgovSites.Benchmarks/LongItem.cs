using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EgovSites.Benchmarks;

/// <summary>
/// The editor of an item with 20,000 characters in each of its three languages: opened and saved, one editor, over
/// HTTP.
/// </summary>
internal static class LongItem
{
    private const int Characters = 20_000;
    private const int Rounds = 40;

    private static readonly string Form = $"/admin/sites/{OwnHost.Agency}/content/new/News";

    public static async Task<bool> RunAsync()
    {
        await using var host = await OwnHost.StartAsync();
        using var editor = await host.SignInAsync();
        var address = await editor.PostAsync(
            Form, await editor.GetAsync(Form), [("revision", "0"), .. Words(0), ("verb", "save")]);
        var (opened, saved) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var page = await editor.GetAsync(address);
            opened.Add(clock.Elapsed.TotalMilliseconds);
            (string, string)[] fields =
                [("revision", round.ToString(CultureInfo.InvariantCulture)), .. Words(round), ("verb", "save")];
            clock.Restart();
            await editor.PostAsync(address, page, fields);
            saved.Add(clock.Elapsed.TotalMilliseconds);
        }

        return Report.AtMost("editor of a long item, opened (median)", Median(opened), 300, "ms")
            & Report.AtMost("editor of a long item, saved (median)", Median(saved), 100, "ms");
    }

    // Each save changes one paragraph of each text, as an editor does.
    private static IEnumerable<(string, string)> Words(int round)
    {
        foreach (var culture in new[] { "tg", "ru", "en" })
        {
            yield return ($"{culture}.Title", $"Матни дароз {culture}");
            yield return ($"{culture}.Body", Text(round));
        }
    }

    private static string Text(int round)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Таҳрири рақами {round}.\n\n"));
        for (var number = 0; text.Length < Characters; number++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"Банди {number}: матни **дароз** барои санҷиши суръати муҳаррир, ки дар он калимаҳои гуногун ва [пайванд](https://khovar.tj) ҳастанд.\n\n");
        }

        return text.ToString();
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
