using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Publishing.Handover;

/// <summary>
/// Something that follows from a publication. It looks at the present state, so doing it twice changes nothing.
/// </summary>
public interface IOutboxHandler
{
    /// <summary>Handlers run in ascending order; throwing cached pages away comes last.</summary>
    int Order => 0;

    /// <summary>Which messages it is given; empty for changes of items.</summary>
    string Kind => "";

    /// <summary>The word by which a message remembers that this handler is done.</summary>
    string Name => GetType().Name;

    Task HandleAsync(Tenant tenant, SiteDbContext site, OutboxMessage message, CancellationToken cancellation);
}
