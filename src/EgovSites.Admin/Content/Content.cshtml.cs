using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Content;

public sealed class ContentModel(SiteDbContext db) : DeskPage
{
    private const int PageSize = 30;

    public ContentFilter Filter { get; private set; } = null!;

    /// <summary>The one type the list shows; null when it shows all.</summary>
    public ContentType? Type { get; private set; }

    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    /// <summary>What was deleted a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Its id, so that it can be taken back at once.</summary>
    [BindProperty(SupportsGet = true, Name = "item")]
    public string? Binned { get; set; }

    public async Task OnGetAsync(
        string? type, string? state, string? missing, string? q, [FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        Type = type is null ? null : Standard.Type(type);
        Filter = new ContentFilter(Type?.Name, state, missing, q);
        var items = Filter.Narrow(db.Set<Item>().AsNoTracking());
        Pages = Layouts.Pages.Of(number, await items.CountAsync(cancellation), PageSize);
        Rows = await items.OrderByDescending(item => item.ChangedAt).ThenBy(item => item.Id)
            .Skip(Pages.Skip).Take(PageSize)
            .Select(item => new ContentRow(item.Id, item.Type, item.ChangedAt, item.ChangedBy, item.Translations
                .Select(words => new ContentRow.Words(words.Culture, words.Title, words.State, words.ChangedIn, words.MadeFrom, words.PublishedRevision, words.Review.State, words.PlanFailedAt == null ? words.PublishAt : null)).ToList()))
            .ToListAsync(cancellation);
    }
}
