using EgovSites.Platform.Content;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Platform.Publishing.Handover;

/// <summary>Adds "this changed" to the outbox within the caller's transaction.</summary>
public sealed class Outbox(TimeProvider time)
{
    public void Add(SiteDbContext db, string itemId, string culture, string kind = "") => db.Add(new OutboxMessage
    {
        Id = Ids.New(),
        ItemId = itemId,
        Culture = culture,
        Kind = kind,
        At = time.GetUtcNow(),
        NextAttemptAt = time.GetUtcNow(),
    });
}
