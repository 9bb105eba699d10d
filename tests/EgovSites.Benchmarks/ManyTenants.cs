namespace EgovSites.Benchmarks;

/// <summary>148 tenants with 300 items each: a list page must not care how many neighbours it has.</summary>
internal static class ManyTenants
{
    private const int Items = 300;

    public static async Task<bool> RunAsync()
    {
        var alone = await MedianAsync("finance");
        var among = await MedianAsync("all");
        Report.Note($"alone {alone:0.00} ms, among 148 {among:0.00} ms");
        return Report.AtMost("list page uncached, 148 tenants against one (p50)", among / alone, 1.2, "×");
    }

    private static async Task<double> MedianAsync(string agencies)
    {
        using var data = new DataFolder();
        await Filling.RunAsync(data.Path, agencies, Items);
        await using var host = await HostProcess.StartAsync(data.Path);
        var lists = agencies == "all" ? (await Pages.SitesAsync(host.Port)).Select(site => site + "/news").ToList()
            : ["/site/finance/tg/news"];
        await Pages.VisitAsync(host.Port, lists, times: 3);
        return (await Load.RunAsync(host.Port, lists, 1, TimeSpan.FromSeconds(15), Load.Uncached))
            .Median.TotalMilliseconds;
    }
}
