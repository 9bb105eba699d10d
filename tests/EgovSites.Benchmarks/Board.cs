using System.Diagnostics;
using EgovSites.Admin.Languages;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Benchmarks;

/// <summary>The translation board's figures over ten thousand items on SQLite.</summary>
internal static class Board
{
    private const int Rounds = 15;

    public static async Task<bool> RunAsync()
    {
        await using var host = await OwnHost.StartAsync();
        var (sites, tenant) = (host.Services.GetRequiredService<SiteDatabases>(), host.Tenant);
        await ManyItems.FillAsync(sites, tenant);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var db = sites.Open(tenant);
            var start = Stopwatch.GetTimestamp();
            var row = (await Tally.ReadAsync(db, CancellationToken.None)).Row(null);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (round == 0)
            {
                Report.Note(
                    string.Join("; ",
                        row.Cells.Select(cell =>
                            $"{cell.Culture}: {string.Join(", ", cell.Counts.Select(count => $"{count.Key} {count.Number}"))}")));
            }
        }

        return Report.AtMost($"translation board of {ManyItems.Count} items (median of {Rounds})", times.Order()
            .ElementAt(Rounds / 2), 100, "ms");
    }
}
