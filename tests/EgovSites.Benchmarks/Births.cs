using System.Globalization;

namespace EgovSites.Benchmarks;

/// <summary>All 148 bodies: first start, later starts, and what an idle tenant costs in memory.</summary>
internal static class Births
{
    private const int Bodies = 148;

    public static async Task<bool> RunAsync()
    {
        using var data = new DataFolder();
        TimeSpan first;
        await using (var host = await HostProcess.StartAsync(data.Path, "all"))
        {
            first = host.StartedIn;
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        await using var later = await HostProcess.StartAsync(data.Path);
        var held = Report.AtMost($"first start with {Bodies} bodies and their content", first.TotalSeconds, 60, "s")
            & Report.AtMost("one tenant with its content", first.TotalSeconds / (Bodies + 1), 0.1, "s")
            & Report.AtMost("later start to the first answered page", later.StartedIn.TotalSeconds, 3, "s");
        return held & await IdleAsync(later);
    }

    // Every tenant is visited once and left alone until its file is closed; what remains above the start is what idling
    // costs.
    private static async Task<bool> IdleAsync(HostProcess host)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = host.Memory;
        using var client = new HttpClient();
        var slugs = (await Pages.SitesAsync(host.Port)).ToList();
        foreach (var site in slugs)
        {
            (await client.GetAsync(new Uri($"http://127.0.0.1:{host.Port}{site}"))).Dispose();
        }

        // Closed after a minute; the daily round, which opens each for a moment, begins after a minute too.
        await Task.Delay(TimeSpan.FromSeconds(150));
        var each = (host.Memory - before) / 1024.0 / 1024.0 / Math.Max(1, slugs.Count);
        Report.Note(
            string.Create(CultureInfo.InvariantCulture,
                $"{slugs.Count} sites visited, resident {before >> 20} MB before, {host.Memory >> 20} MB after"));
        return Report.AtMost("memory of an idle tenant", each, 0.25, "MB");
    }
}
