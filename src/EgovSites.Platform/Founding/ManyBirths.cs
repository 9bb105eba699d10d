using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Founding;

/// <summary>
/// Gives birth to many sites in one process, as many at once as there are processors, and makes them known together.
/// </summary>
public sealed class ManyBirths(TenantBirth birth, SiteDatabases sites)
{
    private const int Most = 8;

    /// <summary>
    /// <paramref name="report"/> hears of each, one after the other, with how many are done and how many were asked
    /// for. The first that cannot be made is thrown, and what was made before it stays: the same list again goes on
    /// where it stopped.
    /// </summary>
    public async Task RunAsync(
        IReadOnlyCollection<TenantSpecification> wanted, Func<TenantSpecification, IReadOnlyCollection<string>> further,
        Action<int, int, Tenant>? report,
        CancellationToken cancellation = default)
    {
        var born = new List<Tenant>();
        try
        {
            var pace = new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, Most),
                CancellationToken = cancellation
            };
            await Parallel.ForEachAsync(wanted, pace, async (one, _) =>
            {
                // What has begun is finished, whatever became of the others: whole, or not at all.
                var tenant = await birth.CreateAsync(one, further(one), CancellationToken.None);
                // Thousands of open files are gigabytes.
                sites.Forget(tenant.Id);
                lock (born)
                {
                    born.Add(tenant);
                    report?.Invoke(born.Count, wanted.Count, tenant);
                }
            });
        }
        finally
        {
            await birth.AnnounceAsync(born, CancellationToken.None);
        }
    }
}
