using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Sites;

/// <summary>Work that is done for every site once a day by <see cref="DailyRound"/>.</summary>
public interface IDailyWork
{
    /// <summary>
    /// Whatever it throws is logged, tried tomorrow, and holds neither other work nor another site up.
    /// </summary>
    Task VisitAsync(Tenant tenant, CancellationToken cancellation);
}
