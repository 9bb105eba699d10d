using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Files;

/// <summary>
/// Does once a day what recipes and older versions left undone: the words of documents, what pages name, what lists are
/// narrowed by, and what search finds.
/// </summary>
public sealed class DocumentCatchUp(
    SiteDatabases sites, Standards standards, MediaFolder folders, MediaTexts texts, Outbox outbox, OutboxRelay relay)
        : IDailyWork, IDisposable
{
    private const int FilesAtOnce = 200;
    private const int PagesAtOnce = 200;

    // Two at once would read, and write down, the same documents.
    private readonly SemaphoreSlim _turn = new(1);

    public async Task CatchUpAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var db = sites.Open(tenant);
            await LinkAsync(db, cancellation);
            await ReadAsync(db, cancellation);
            await MarkAsync(db, standards[tenant.Standard], cancellation);
            await FoldAsync(db, standards[tenant.Standard], cancellation);
            await EndAsync(db, cancellation);
            await db.SaveChangesAsync(cancellation);
            relay.Nudge(tenant.Id);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public Task VisitAsync(Tenant tenant, CancellationToken cancellation) => CatchUpAsync(tenant, cancellation);

    private async Task ReadAsync(SiteDbContext db, CancellationToken cancellation)
    {
        var unread = await db.Set<MediaFile>()
            .Where(file => file.Width == 0 && !db.Set<MediaText>().Any(text => text.MediaId == file.Id))
            .OrderBy(file => file.Id).Take(FilesAtOnce).ToListAsync(cancellation);
        foreach (var file in unread)
        {
            await (await folders.OriginalAsync(file, cancellation) is { } path
                ? texts.ReadNewAsync(db, file, path, cancellation) : Task.CompletedTask);
        }
    }

    private static async Task LinkAsync(SiteDbContext db, CancellationToken cancellation)
    {
        while (await All(db).Where(row => !row.FilesKept).Take(PagesAtOnce)
            .ToListAsync(cancellation) is { Count: > 0 } pages)
        {
            await PublishedFiles.KeepAsync(db, pages, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task MarkAsync(SiteDbContext db, Standard standard, CancellationToken cancellation)
    {
        var narrowed = standard.Types.Where(type => type.List.Filters.Count > 0).Select(type => type.Name).ToList();
        foreach (var row in await All(db).Where(row => row.Facets == "" && narrowed.Contains(row.Type))
            .ToListAsync(cancellation))
        {
            row.Facets = Facets.Of(standard.Type(row.Type)!, row.Fields);
        }
    }

    // What was published before titles were kept for search by themselves.
    private static async Task FoldAsync(SiteDbContext db, Standard standard, CancellationToken cancellation)
    {
        var known = standard.Types.Where(type => type.Behaviours.Searchable).Select(type => type.Name).ToList();
        var unfolded = All(db).Where(row => row.SearchTitle == "" && row.SearchText != "" && known.Contains(row.Type))
            .OrderBy(row => row.ItemId);
        await db.SaveChangesAsync(cancellation);
        while (await unfolded.Take(PagesAtOnce).ToListAsync(cancellation) is { Count: > 0 } rows)
        {
            rows.ForEach(row => PublicationWriter.Refold(standard.Type(row.Type)!, row));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    // What was published before the end had a column of its own; the portal's copies follow.
    private async Task EndAsync(SiteDbContext db, CancellationToken cancellation)
    {
        var endless = All(db).Where(row => row.StartsAt != null && row.EndsAt == null
            && ((string)(object)row.Fields).Contains("\"EndsAt\":\""));
        foreach (var row in await endless.ToListAsync(cancellation))
        {
            row.EndsAt = PublicationWriter.EndOf(row.Fields, row.StartsAt);
            if (row.EndsAt is not null)
            {
                outbox.Add(db, row.ItemId, row.Culture);
            }
        }
    }

    private static IQueryable<Publication> All(SiteDbContext db) =>
        db.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn]);
}
