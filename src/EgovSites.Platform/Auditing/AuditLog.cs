using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Platform.Auditing;

/// <summary>Adds lines to the audit log within the caller's transaction: no change without its line.</summary>
public sealed class AuditLog(TimeProvider time)
{
    public void Add(
        SiteDbContext db, Actor actor, string verb, string subject, string detail = "", string? itemId = null) =>
        db.Add(new AuditEntry
        {
            Id = Ids.New(),
            At = time.GetUtcNow(),
            EditorId = actor.EditorId,
            Who = actor.Name,
            Verb = verb,
            Subject = subject,
            Detail = detail,
            ItemId = itemId,
        });
}
