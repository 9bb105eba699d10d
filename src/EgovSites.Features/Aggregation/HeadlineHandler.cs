using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Aggregation;

public sealed class HeadlineHandler(IDbContextFactory<HostDbContext> hosts, Standards standards) : IOutboxHandler
{
    public async Task HandleAsync(
        Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        var rows = site.Set<Publication>().AsNoTracking()
            .Where(row => row.ItemId == message.ItemId && row.Culture == message.Culture);

        // Another host may hand over a newer change between our look and our write, and ours would then be the older
        // one: whoever writes looks again afterwards.
        Publication? seen;
        do
        {
            seen = await rows.SingleOrDefaultAsync(cancellation);
            await WriteAsync(tenant, message, HeadlineOf(tenant, seen), cancellation);
        }
        while (await rows.Select(row => (DateTimeOffset?)row.UpdatedAt)
            .SingleOrDefaultAsync(cancellation) != seen?.UpdatedAt);
    }

    private Headline? HeadlineOf(Tenant tenant, Publication? item)
    {
        var standard = standards[tenant.Standard];
        return item is not null && !tenant.IsPortal
            && standard.Type(item.Type) is { Behaviours.Aggregated: true } type
            && standard.Kind(tenant.Kind) is { } kind
            ? Headline.Of(tenant, kind, type, item)
            : null;
    }

    private async Task WriteAsync(
        Tenant tenant, OutboxMessage message, Headline? headline, CancellationToken cancellation)
    {
        await using var db = await hosts.CreateDbContextAsync(cancellation);
        if (headline is null)
        {
            await db.Set<Headline>()
                .Where(row => row.TenantId == tenant.Id && row.ItemId == message.ItemId
                    && row.Culture == message.Culture)
                .ExecuteDeleteAsync(cancellation);
            return;
        }

        try
        {
            await SaveAsync(db, headline, cancellation);
        }
        catch (DbUpdateException)
        {
            // The row was added or deleted at the same moment; the second attempt sees which.
            db.ChangeTracker.Clear();
            await SaveAsync(db, headline, cancellation);
        }
    }

    private static async Task SaveAsync(HostDbContext db, Headline headline, CancellationToken cancellation)
    {
        var present =
            await db.FindAsync<Headline>([headline.TenantId, headline.ItemId, headline.Culture], cancellation);
        if (present is null)
        {
            db.Add(headline);
        }
        else
        {
            db.Entry(present).CurrentValues.SetValues(headline);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
