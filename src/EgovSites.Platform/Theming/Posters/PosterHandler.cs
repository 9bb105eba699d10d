using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// Deletes the poster of what was withdrawn, and has that of what was published painted beside the outbox: nobody waits
/// for a painter.
/// </summary>
public sealed class PosterHandler(Posters posters, PosterQueue queue) : IOutboxHandler
{
    // After all others: what visitors see waits for no picture.
    public int Order => 200;

    public async Task HandleAsync(
        Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation)
    {
        var publisher = await site.Set<Publication>().IgnoreQueryFilters([Publication.WithoutWithdrawn])
            .Where(row => row.ItemId == message.ItemId && row.Culture == message.Culture).Select(row => row.PublishedBy)
            .SingleOrDefaultAsync(cancellation);
        if (publisher is null && Ids.IsId(message.ItemId))
        {
            await posters.ForgetAsync(tenant, message.ItemId, message.Culture, cancellation: cancellation);
        }
        else if (publisher is not (null or Publication.ByRecipe))
        {
            // Of a newborn site's hundreds of pages few are ever passed on: theirs are made when they are asked for.
            queue.Add(tenant, message.ItemId, message.Culture);
        }
    }
}
