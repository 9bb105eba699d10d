using System.Diagnostics;
using EgovSites.Admin.Lists;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Benchmarks;

/// <summary>
/// The editors' list over ten thousand items in three languages on SQLite: every filter, every order, the last page.
/// </summary>
internal static class Lists
{
    private const int Rounds = 15;

    private static ContentFilter All { get; } = new(null, null, null, null);

    private static readonly Dictionary<string, (ContentFilter Filter, ContentOrder Order, int Page)> Questions =
        new(StringComparer.Ordinal)
        {
            ["first page"] = (All, ContentOrder.Newest, 1),
            ["last page"] = (All, ContentOrder.Newest, int.MaxValue),
            ["one type"] = (All with { Type = "News" }, ContentOrder.Newest, 1),
            ["published"] = (All with { State = "published" }, ContentOrder.Newest, 1),
            ["drafts"] = (All with { State = "draft" }, ContentOrder.Newest, 1),
            ["in review"] = (All with { State = "review" }, ContentOrder.Newest, 1),
            ["scheduled"] = (All with { State = "scheduled" }, ContentOrder.Newest, 1),
            ["withdrawn"] = (All with { State = "withdrawn" }, ContentOrder.Newest, 1),
            ["no English"] = (All with { Missing = "en" }, ContentOrder.Newest, 1),
            ["outdated"] = (All with { Missing = ContentFilter.Outdated }, ContentOrder.Newest, 1),
            ["a rare word"] = (All with { Query = "рақами 7777" }, ContentOrder.Newest, 1),
            ["a common word"] = (All with { Query = "хабари" }, ContentOrder.Newest, 1),
            ["mine"] = (All with { By = new Actor("bench-3", "bench 3", Role.Editor) }, ContentOrder.Newest, 1),
            ["by title"] = (All, new ContentOrder("title", false), 1),
            ["by title, last page"] = (All, new ContentOrder("title", false), int.MaxValue),
            ["by age"] = (All, new ContentOrder("created", false), 1),
        };

    public static async Task<bool> RunAsync()
    {
        await using var host = await OwnHost.StartAsync();
        var (sites, tenant) = (host.Services.GetRequiredService<SiteDatabases>(), host.Tenant);
        await ManyItems.FillAsync(sites, tenant);
        var holds = true;
        foreach (var (name, question) in Questions)
        {
            holds &= Report.AtMost($"list of {ManyItems.Count} items, {name} (median of {Rounds})",
                await MedianAsync(sites, tenant, question), 50, "ms");
        }

        return holds;
    }

    private static async Task<double> MedianAsync(
        SiteDatabases sites, Tenant tenant, (ContentFilter Filter, ContentOrder Order, int Page) question)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var db = sites.Open(tenant);
            var start = Stopwatch.GetTimestamp();
            await new ContentList(db).ReadAsync(question.Filter, question.Order, question.Page);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }
}
