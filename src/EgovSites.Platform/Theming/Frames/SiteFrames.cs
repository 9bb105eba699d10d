using System.Collections.Concurrent;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Views;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Theming.Frames;

/// <summary>Keeps the frames of tenants in memory until something of theirs changes.</summary>
public sealed class SiteFrames : IDisposable
{
    // Should another host not be told of a change: what it keeps heals by its age.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private sealed record Kept(SiteFrame Frame, long Epoch, long KeptAt);

    private readonly ConcurrentDictionary<(string TenantId, string Culture), Kept> _frames = new();
    private readonly ConcurrentDictionary<string, long> _epochs = new(StringComparer.Ordinal);
    private readonly SiteDatabases _sites;
    private readonly Standards _standards;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;

    public SiteFrames(SiteDatabases sites, Standards standards, TimeProvider time)
    {
        (_sites, _standards, _time) = (sites, standards, time);
        _sweep = time.CreateTimer(_ => Sweep(), null, Life, Life);
    }

    /// <summary>How many are kept now, of tenants and languages asked for lately.</summary>
    public int Count => _frames.Count;

    public async ValueTask<SiteFrame> GetAsync(Tenant tenant, string culture, CancellationToken cancellation = default)
    {
        var epoch = EpochOf(tenant.Id);
        if (_frames.TryGetValue((tenant.Id, culture), out var known) && IsGood(known, epoch))
        {
            return known.Frame;
        }

        // Asked for before the reading: what changes meanwhile makes this frame one of an earlier epoch.
        var keptAt = _time.GetTimestamp();
        var frame = await ReadAsync(tenant, culture, cancellation);
        _frames[(tenant.Id, culture)] = new Kept(frame, epoch, keptAt);
        return frame;
    }

    public void Forget(string tenantId) => _epochs.AddOrUpdate(tenantId, 1, (_, epoch) => epoch + 1);

    /// <summary>Lets go of what has lapsed or was forgotten; runs by itself every five minutes.</summary>
    public void Sweep()
    {
        foreach (var pair in _frames.Where(pair => !IsGood(pair.Value, EpochOf(pair.Key.TenantId))))
        {
            _frames.TryRemove(pair);
        }
    }

    public void Dispose() => _sweep.Dispose();

    private bool IsGood(Kept known, long epoch) => known.Epoch == epoch && _time.GetElapsedTime(known.KeptAt) < Life;

    private long EpochOf(string tenantId) => _epochs.GetValueOrDefault(tenantId);

    private async Task<SiteFrame> ReadAsync(Tenant tenant, string culture, CancellationToken cancellation)
    {
        await using var db = _sites.Open(tenant);
        var standard = _standards[tenant.Standard];
        var settings = await db.Set<SiteSetting>().AsNoTracking()
            .Where(setting => setting.Name == SiteSetting.Menu || setting.Name == SiteSetting.Home)
            .ToDictionaryAsync(setting => setting.Name, setting => setting.Value, cancellation);
        var contacts = await db.Set<Publication>().AsNoTracking()
            .Where(row => row.Culture == culture && row.Section == standard.ContactsSection)
            .OrderBy(row => row.Order).FirstOrDefaultAsync(cancellation);
        var updatedAt = await db.Set<Publication>().Where(row => row.Culture == culture)
            .MaxAsync(row => (DateTimeOffset?)row.UpdatedAt, cancellation);
        return new SiteFrame(
            settings.TryGetValue(SiteSetting.Menu, out var menu)
                ? await ResolveAsync(db, standard, MenuItem.Read(menu, culture), culture, cancellation) : [],
            contacts is null ? null : new ItemView(contacts, standard.Type(contacts.Type)!, _time.GetUtcNow()),
            updatedAt,
            HomeLayout.Shown(standard.Home, settings.GetValueOrDefault(SiteSetting.Home)));
    }

    private static async Task<IReadOnlyList<MenuItem>> ResolveAsync(
        SiteDbContext db, Standard standard, IReadOnlyList<MenuItem> menu, string culture,
        CancellationToken cancellation)
    {
        var ids = menu.SelectMany(entry => entry.Children.Prepend(entry)).Select(entry => entry.Item).OfType<string>()
            .ToList();
        if (ids.Count == 0)
        {
            return menu;
        }

        var rows = await db.Set<Publication>().AsNoTracking()
            .Where(row => row.Culture == culture && ids.Contains(row.ItemId))
            .Select(row => new { row.ItemId, row.Type, row.Section, row.Slug }).ToListAsync(cancellation);
        return Found(menu, rows.ToDictionary(
            row => row.ItemId,
            row => $"~/{culture}/{row.Section}"
                + (standard.Type(row.Type)!.Behaviours.HasDetailPage ? $"/{row.Slug}" : ""),
            StringComparer.Ordinal));
    }

    // What is not public in this language is left out, unless something below it is.
    private static List<MenuItem> Found(IEnumerable<MenuItem> menu, Dictionary<string, string> addresses) =>
    [
        .. menu.Select(entry =>
            entry with { Url = entry.Item is null ? entry.Url
                : addresses.GetValueOrDefault(entry.Item, ""), Children = Found(entry.Children, addresses) })
            .Where(entry => entry.Item is null || entry.Url.Length > 0 || entry.Children.Count > 0),
    ];
}
