using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Publishing;

/// <summary>Something that follows from a publication. It looks at the present state, so doing it twice changes nothing.</summary>
public interface IOutboxHandler
{
    Task HandleAsync(Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation);
}
