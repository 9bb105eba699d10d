using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Aggregation.Pages;

[PortalPage]
public sealed class SectionModel(Headlines headlines, Standards standards, BodyNames bodies, Words words) : SitePage
{
    public ContentType Type { get; private set; } = null!;

    public HeadlineFilter Filter { get; private set; } = null!;

    public (int Open, int Closed) Counts { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<HeadlineView> Items { get; private set; } = [];

    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    public Scarcity? Scarcity { get; private set; }

    public async Task OnGetAsync(string section, [FromQuery(Name = "page")] int asked, CancellationToken cancellation)
    {
        Type = standards.Newest.Section(section)!;
        Filter = HeadlineFilter.Read(Request.Query, Culture, standards.Newest, bodies) with { Section = section };
        Filter = Filter with { Open = Type.Behaviours.Expires ? Request.Query["state"] != "closed" : null };
        Counts = await headlines.CountByStateAsync(Filter, cancellation);
        Paging = new Paging(
            Filter.Open switch { true => Counts.Open, false => Counts.Closed, null => Counts.Open + Counts.Closed },
            asked, Type.List.PageSize);
        Items = await headlines.ListAsync(Filter, Type.List.Order, Paging, cancellation);
        Months = Type.Behaviours.ArchivedByMonth ? await headlines.MonthsAsync(Culture, section, cancellation) : [];
        Scarcity = await Scarcity.FindAsync(headlines, Filter, Paging, $"/{section}{Filter.Query()}", cancellation);
        FillHead();
    }

    private void FillHead()
    {
        Head.Title = Type.Plural[Culture];
        Head.Description = words.In(Culture, "aggregation.section.about", Type.Plural[Culture]);
        Head.Crumbs = [new Crumb(Type.Plural[Culture])];
        Head.FeedPath = $"/{Type.Section}/feed.atom{(Filter with { Open = null }).Query()}";
        Head.IsHidden = Filter.IsNarrow;
        AtSamePath($"/{Type.Section}{Filter.Query(Paging.Page)}");
    }
}
