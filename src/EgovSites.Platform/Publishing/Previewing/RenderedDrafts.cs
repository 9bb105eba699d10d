using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text.Json;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Publications;
using Microsoft.Extensions.Caching.Memory;

namespace EgovSites.Platform.Publishing.Previewing;

/// <summary>
/// Drafts as they were rendered: however often a preview is opened, one state of a draft is rendered once.
/// </summary>
public sealed class RenderedDrafts : IDisposable
{
    private const long MostKept = 200;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly Lock _lock = new();
    private long _rendered;

    public RenderedDrafts(IMeterFactory meters) =>
        meters.Create("EgovSites")
            .CreateObservableCounter(
                "egov.previews.rendered", () => Rendered, description: "Drafts rendered for previews.");

    /// <summary>How many drafts were rendered since the start.</summary>
    public long Rendered => Interlocked.Read(ref _rendered);

    /// <summary>
    /// The page of a state, rendered now if nobody asked for it before; who asks at the same moment waits for it.
    /// </summary>
    public Publication Get(string state, Func<Publication> render)
    {
        var page = Place(state, render);
        try
        {
            return page.Value;
        }
        catch
        {
            _kept.Remove(state);
            throw;
        }
    }

    /// <summary>
    /// What the page of a draft depends on, as a key: another word, file or address is another state.
    /// </summary>
    public static string StateOf(
        string tenant, string standard, Item draft, Translation words, IEnumerable<MediaFile> media,
        IReadOnlyDictionary<string, string>? pages, DateOnly today) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
        {
            tenant,
            standard,
            draft.Id,
            draft.Type,
            draft.Revision,
            draft.ChangedBy,
            Shared = draft.Shared.ToJson(),
            words.Culture,
            Words = words.Fields.ToJson(),
            Media = media.OrderBy(file => file.Id, StringComparer.Ordinal),
            Pages = pages?.OrderBy(page => page.Key, StringComparer.Ordinal),
            today,
        })));

    public void Dispose() => _kept.Dispose();

    private Lazy<Publication> Place(string state, Func<Publication> render)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue<Lazy<Publication>>(state, out var known))
            {
                return known!;
            }

            var place = new Lazy<Publication>(() =>
            {
                Interlocked.Increment(ref _rendered);
                return render();
            });
            using var entry = _kept.CreateEntry(state);
            (entry.Value, entry.Size, entry.AbsoluteExpirationRelativeToNow) = (place, 1, Life);
            return place;
        }
    }
}
