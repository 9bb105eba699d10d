using System.Collections.Concurrent;
using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Theming;

/// <summary>Keeps the frames of tenants in memory until something of theirs changes.</summary>
public sealed class SiteFrames(SiteDatabases sites, Standards standards, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string TenantId, string Culture), SiteFrame> _frames = new();

    public async ValueTask<SiteFrame> GetAsync(Tenant tenant, string culture, CancellationToken cancellation = default)
    {
        if (_frames.TryGetValue((tenant.Id, culture), out var known))
        {
            return known;
        }

        var frame = await ReadAsync(tenant, culture, cancellation);
        _frames[(tenant.Id, culture)] = frame;
        return frame;
    }

    public void Forget(string tenantId)
    {
        foreach (var key in _frames.Keys.Where(key => key.TenantId == tenantId))
        {
            _frames.TryRemove(key, out _);
        }
    }

    private async Task<SiteFrame> ReadAsync(Tenant tenant, string culture, CancellationToken cancellation)
    {
        await using var db = sites.Open(tenant);
        var standard = standards[tenant.Standard];
        var menu = await db.Set<SiteSetting>().AsNoTracking().SingleOrDefaultAsync(setting => setting.Name == SiteSetting.Menu, cancellation);
        var contacts = await db.Set<Publication>().AsNoTracking()
            .Where(row => row.Culture == culture && row.Section == standard.ContactsSection)
            .OrderBy(row => row.Order).FirstOrDefaultAsync(cancellation);
        var updatedAt = await db.Set<Publication>().Where(row => row.Culture == culture).MaxAsync(row => (DateTimeOffset?)row.UpdatedAt, cancellation);
        return new SiteFrame(
            menu is null ? [] : MenuItem.Read(menu.Value, culture),
            contacts is null ? null : new ItemView(contacts, standard.Type(contacts.Type)!, time.GetUtcNow()),
            updatedAt);
    }
}
