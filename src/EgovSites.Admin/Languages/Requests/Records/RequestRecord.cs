using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Publishing.Handover;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>
/// What every step of a request leaves behind: a line in the log of its site. Whoever else must hear of it is told here
/// too.
/// </summary>
public sealed class RequestRecord(SiteDatabases sites, AuditLog audit, Outbox outbox, OutboxRelay relay)
{
    public async Task AddAsync(Actor actor, TranslationRequest request, string verb, CancellationToken cancellation)
    {
        await using var site = sites.Open(request.TenantId);
        audit.Add(site, actor, verb, request.Subject, Cultures.NativeName(request.Culture), request.ItemId);
        outbox.Add(site, request.Id, request.Culture, RequestLetters.Word);
        await site.SaveChangesAsync(cancellation);
        relay.Nudge(request.TenantId);
    }
}
