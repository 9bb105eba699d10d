using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Components;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Sections;

/// <summary>The list of a content type, as its declaration states it: order, archive, deadlines, feed.</summary>
public sealed class IndexModel(PublishedItems published, CurrentTenant current, Words words) : SitePage
{
    public ContentType Type { get; private set; } = null!;

    public ListQuery Query { get; private set; } = null!;

    public ItemList List { get; private set; } = null!;

    public IReadOnlyList<ItemView> Items { get; private set; } = [];

    public IReadOnlyList<(DateOnly Month, int Count)> Months { get; private set; } = [];

    /// <summary>What the type's declaration lets visitors narrow the list by.</summary>
    public IReadOnlyList<ListFilter> Filters { get; private set; } = [];

    public Tabs? Topics { get; private set; }

    public Tabs? States { get; private set; }

    /// <summary>How many items stand in other languages only, by culture.</summary>
    public IReadOnlyDictionary<string, int> Elsewhere { get; private set; } = new Dictionary<string, int>();

    public bool HasFilters =>
        Type.List.Order is ListOrder.Newest or ListOrder.Deadline or ListOrder.Starts || Type.List.Filters.Count > 0;

    public Pager Pager => new(List.Page, List.PageCount, page => (Query with { Page = page }).Path);

    public async Task<IActionResult> OnGetAsync(string section, CancellationToken cancellation)
    {
        if (Standard.Section(section) is not { } type)
        {
            return NotFound();
        }

        Type = type;
        Query = ListQuery.Read(type, Request.Query, Standard.Taxonomies.GetValueOrDefault("topics"));
        await LoadAsync(cancellation);
        Describe();
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        List = await published.ListAsync(Type, Culture, Query.Page, Query.Filter, cancellation);
        Query = Query with { Page = List.Page };
        Items = [.. List.Items.Select(View)];
        Elsewhere = await published.OnlyElsewhereAsync(Type.Section, Culture, cancellation);
        var figures = await published.FiguresAsync(Type.Section, Culture, cancellation);
        Months = Type.Behaviours.ArchivedByMonth ? figures.Months : [];
        Filters = [.. ListFilter.Of(Query, figures.Facets, Culture, words)];
        Topics = HasFilters && Type.Has(FieldNames.Topic) ? TopicTabs(figures.Topics) : null;
        if (Type.Behaviours.Expires)
        {
            var others =
                await published.CountAsync(Type, Culture, Query.Filter with { Open = Query.IsClosed }, cancellation);
            States = StateTabs(Query.IsClosed ? others : List.Total, Query.IsClosed ? List.Total : others);
        }
    }

    private Tabs? TopicTabs(IReadOnlyDictionary<string, int> counts)
    {
        var all = Query with { Topic = null, Page = 1 };
        var terms = Standard.Taxonomies["topics"].Terms.Where(term => counts.ContainsKey(term.Value));
        return counts.Count == 0 ? null : new Tabs(
            words["sections.topic"],
            [
                new Tab(words["sections.all"], all.Path, Query.Topic is null),
                .. terms.Select(term =>
                    new Tab(term.Label[Culture], (all with { Topic = term.Value }).Path, Query.Topic == term.Value)),
            ]);
    }

    private Tabs StateTabs(int open, int closed)
    {
        var first = Query with { Page = 1 };
        return new Tabs(
            words["sections.state"],
            [
                new Tab(words["sections.open"], (first with { IsClosed = false }).Path, !Query.IsClosed, open),
                new Tab(words["sections.closed"], (first with { IsClosed = true }).Path, Query.IsClosed, closed),
            ]);
    }

    private void Describe()
    {
        Head.Title = Type.Plural[Culture];
        Head.Description = words["sections.description", Type.Plural[Culture], current.Tenant.Body[Culture]];
        Head.Crumbs = [new Crumb(Type.Plural[Culture])];
        Head.IsHidden = Query.Words.Length > 0 || Query.Facets.Count > 0;
        Head.FeedPath = Type.Behaviours.InFeeds ? $"/{Type.Section}/feed.atom" : null;
        AtSamePath(Query.Path);
    }
}
