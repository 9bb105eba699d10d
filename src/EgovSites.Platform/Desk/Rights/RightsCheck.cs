using Microsoft.Extensions.Hosting;

namespace EgovSites.Platform.Desk.Rights;

/// <summary>
/// Keeps the host from starting while a page of the back office has no row in the table of rights, or a row has no
/// page.
/// </summary>
public sealed class RightsCheck(RightsTable table, DeskPages pages) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var faults = Faults(table, await pages.ListAsync());
        if (faults.Count > 0)
        {
            throw new InvalidDataException("The table of rights does not fit the pages: " + string.Join("; ", faults)
                + ".");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What does not fit, in words; empty when all is well.</summary>
    public static IReadOnlyList<string> Faults(RightsTable table, IReadOnlyList<DeskPages.Found> pages)
    {
        var verbs = pages.SelectMany(page => page.Verbs.Select(verb => (page.Page, Verb: verb, page.IsGuarded)))
            .ToList();
        var rows = table.Rows.SelectMany(row => row.Verbs.Select(verb => (row.Page, Verb: verb))).ToList();
        return
        [
            .. verbs.Where(one => table.Find(one.Page, one.Verb) is null)
            .Select(one => $"no row for {one.Verb} {one.Page}"),
            .. verbs.Where(one => table.Find(one.Page, one.Verb) is { } row && row.Who == Who.Anybody == one.IsGuarded)
                .Select(one => $"{one.Verb} {one.Page} is {(one.IsGuarded ? "" : "not ")}a page behind the sign-in"),
            .. rows.Except(verbs.Select(one => (one.Page, one.Verb)))
            .Select(one => $"no page for {one.Verb} {one.Page}"),
        ];
    }
}
