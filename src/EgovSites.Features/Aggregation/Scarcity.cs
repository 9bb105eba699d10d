using EgovSites.Platform.Tajik;

namespace EgovSites.Features.Aggregation;

/// <summary>The reader's language has only some of what there is in Tajik, at the same path.</summary>
public sealed record Scarcity(int Shown, int InTajik, string Path)
{
    /// <summary>Null when the list is long enough, or has all that the Tajik one has.</summary>
    public static async Task<Scarcity?> FindAsync(
        Headlines headlines, HeadlineFilter filter, Paging paging, string path, CancellationToken cancellation)
    {
        if (filter.Culture == Cultures.Default || paging.Count > 1)
        {
            return null;
        }

        var inTajik = await headlines.CountAsync(filter with { Culture = Cultures.Default }, cancellation);
        return inTajik > paging.Total ? new Scarcity(paging.Total, inTajik, path) : null;
    }
}
