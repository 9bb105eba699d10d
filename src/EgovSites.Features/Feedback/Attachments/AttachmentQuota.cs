using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EgovSites.Features.Feedback.Attachments;

// How much the files of appeals may take on one tenant. The words of an appeal are taken always, files while there is
// room; long before it ends, a line of the log, a gauge and the readiness of the host say so.
public sealed class AttachmentQuota
{
    private const int AlarmPercent = 80;

    private readonly SiteDatabases _sites;
    private readonly TenantDirectory _tenants;
    private readonly IOptions<FeedbackOptions> _options;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<string, int> _percent = new(StringComparer.Ordinal);

    public AttachmentQuota(
        SiteDatabases sites, TenantDirectory tenants, IOptions<FeedbackOptions> options, IMeterFactory meters,
        ILogger<AttachmentQuota> log)
    {
        (_sites, _tenants, _options, _log) = (sites, tenants, options, log);
        meters.Create("EgovSites").CreateObservableGauge(
            "egov.appeals.attachments.filling", () =>
                Filling.Count, description: "Sites whose room for the files of appeals is nearly used up.");
    }

    // The sites to look after, with the percent of their room that is used.
    public IReadOnlyList<(Tenant Tenant, int Percent)> Filling =>
    [
        .. _percent.Where(pair => pair.Value >= AlarmPercent)
        .Select(pair => (Tenant: _tenants.ById(pair.Key), Percent: pair.Value))
            .Where(pair => pair.Tenant is not null).Select(pair => (pair.Tenant!, pair.Percent))
            .OrderBy(pair => pair.Item1.Slug, StringComparer.Ordinal),
    ];

    private long Room => (long)_options.Value.MegabytesPerTenant << 20;

    public async Task<bool> HasRoomAsync(Tenant tenant, IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count == 0)
        {
            return true;
        }

        var (used, more) = (await UsedAsync(tenant), attachments.Sum(file => file.Source.Length));
        Note(tenant, used + more);
        return used + more <= Room;
    }

    public async Task LookAsync(Tenant tenant, CancellationToken cancellation = default) =>
        Note(tenant, await UsedAsync(tenant, cancellation));

    private async Task<long> UsedAsync(Tenant tenant, CancellationToken cancellation = default)
    {
        await using var db = _sites.Open(tenant);
        return await db.Set<AppealFile>().SumAsync(file => file.Bytes, cancellation);
    }

    private void Note(Tenant tenant, long bytes)
    {
        var percent = (int)Math.Min(100, bytes * 100 / Room);
        var before = _percent.GetValueOrDefault(tenant.Id);
        _percent[tenant.Id] = percent;
        if (percent >= AlarmPercent && before < AlarmPercent)
        {
            _log.LogWarning(
                "The files of appeals to {Tenant} take {Percent} % of their {Megabytes} MB; when they are full, no more are taken (Feedback:MegabytesPerTenant)",
                tenant.Slug, percent, _options.Value.MegabytesPerTenant);
        }
    }
}
