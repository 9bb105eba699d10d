using EgovSites.Admin.Lists;
using EgovSites.Admin.Writing.Bulk;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Content;

public sealed class ContentModel(ContentList list, ContentColumns columns, SavedViews views, BulkRuns runs) : DeskPage
{
    public ContentFilter Filter { get; private set; } = null!;

    public ContentOrder Order { get; private set; } = null!;

    /// <summary>The one type the list shows; null when it shows all.</summary>
    public ContentType? Type => Filter.Type is null ? null : Standard.Type(Filter.Type);

    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    public IReadOnlyList<string> Columns { get; private set; } = [];

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>What was done to many items a moment ago, and whether it can be taken back.</summary>
    public (BulkRun Run, bool CanBeUndone)? Report { get; private set; }

    /// <summary>What the notice says: <c>binned</c>, <c>kept</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>What was deleted a moment ago, so that it can be taken back at once.</summary>
    [BindProperty(SupportsGet = true, Name = "item")]
    public string? Binned { get; set; }

    /// <summary>Why a view could not be kept.</summary>
    public Reason? ViewProblem { get; private set; }

    /// <summary>The topics that listed items can be given.</summary>
    public IReadOnlyList<Term> Topics =>
        [.. (Type is { } one ? [one] : Standard.Types).SelectMany(PutTopic.Choices).DistinctBy(term => term.Value)];

    public bool AsksForRun => Request.Query.ContainsKey("run");

    public async Task OnGetAsync(string? run, [FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        await LoadAsync(number, cancellation);
        Report = await runs.FindAsync(Actor, run, cancellation) is { } found ? (found, runs.CanBeUndone(found)) : null;
    }

    public async Task<IActionResult> OnPostColumnsAsync(string[] column, CancellationToken cancellation)
    {
        await columns.KeepAsync(Actor.EditorId, column, cancellation);
        await LoadAsync(1, cancellation);
        return Redirect(Address());
    }

    public async Task<IActionResult> OnPostViewAsync(string? name, CancellationToken cancellation)
    {
        await LoadAsync(1, cancellation);
        var outcome = await views.KeepAsync(Actor.EditorId, name, Query(), cancellation);
        if (outcome.IsDone)
        {
            return Redirect(Address());
        }

        ViewProblem = outcome.Reasons[0];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(string view, CancellationToken cancellation)
    {
        await views.DropAsync(Actor.EditorId, view, cancellation);
        await LoadAsync(1, cancellation);
        return Redirect(Address());
    }

    /// <summary>The query of this list, with some of its words changed; null leaves a word out.</summary>
    public string Query(params (string Key, string? Value)[] changes)
    {
        var pairs = Filter.Pairs.Append(new("sort", Order.Sort))
            .Where(pair => changes.All(change => change.Key != pair.Key))
            .Concat(changes.Select(change => KeyValuePair.Create(change.Key, change.Value)));
        return QueryString.Create(pairs.Where(pair => pair.Value is not null)).Value ?? "";
    }

    public string Address(params (string Key, string? Value)[] changes) => Desk("/content") + Query(changes);

    private async Task LoadAsync(int number, CancellationToken cancellation)
    {
        Filter = ContentFilter.Read(Request.Query, Standard, Actor);
        Order = ContentOrder.Read(Request.Query["sort"]);
        (Rows, Pages) = await list.ReadAsync(Filter, Order, number, cancellation: cancellation);
        Columns = await columns.OfAsync(Actor.EditorId, cancellation);
        Views = await views.OfAsync(Actor.EditorId, cancellation);
    }
}
