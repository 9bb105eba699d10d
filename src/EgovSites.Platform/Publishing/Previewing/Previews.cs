using System.Security.Cryptography;
using System.Text;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Previewing;

/// <summary>Makes, finds and takes back the links that show drafts, and records who agreed by one.</summary>
public sealed class Previews(SiteDbContext db, OwnPreview own, AuditLog audit, TimeProvider time)
{
    public const int MaxName = 120;

    /// <summary>More than anybody needs; a link passed on must not fill the log.</summary>
    public const int MostApprovals = 50;

    // The name is the reader's own word, and must not pass for a colleague's in the log.
    private static readonly Actor ByLink = new("", "preview link", Role.Author);

    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(60);

    /// <summary>A link for somebody else; gives the code of its address, which is not kept.</summary>
    public async Task<(string? Code, Reason? Problem)> CreateAsync(
        Actor actor, IReadOnlyCollection<string> itemIds, DateTimeOffset until, bool mayApprove,
        CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var titles = await db.Set<Translation>().Where(row => itemIds.Contains(row.ItemId) && row.Title != "")
            .OrderBy(row => row.ItemId).Select(row => new { row.ItemId, row.Title }).ToListAsync(cancellation);
        var known = titles.Select(row => row.ItemId).Distinct().ToList();
        if (known.Count == 0)
        {
            return (null, new Reason("preview.nothing"));
        }

        if (until <= now || until > now + LongestLife)
        {
            return (null, new Reason("preview.until", LongestLife.Days));
        }

        var title = titles[0].Title + (known.Count > 1 ? $" (+{known.Count - 1})" : "");
        var code = Add(actor, known, title, until, mayApprove);
        audit.Add(db, actor, "previewLink", title, itemId: known[0]);
        await db.SaveChangesAsync(cancellation);
        return (code, null);
    }

    /// <summary>The link behind a code while it is good; null when it never was, has ended or was taken back.</summary>
    public async Task<PreviewLink?> FindAsync(string code, CancellationToken cancellation = default)
    {
        var hash = HashOf(code);
        var link = await db.Set<PreviewLink>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.CodeHash == hash && row.EditorId == null, cancellation);
        return link is null ? await own.FindAsync(db.TenantId, code, cancellation) : link.IsOpen(time.GetUtcNow())
            ? link : null;
    }

    /// <summary>A colleague's link is taken back by an editor, the own one by whoever made it.</summary>
    public static bool MayRevoke(Actor actor, PreviewLink link) =>
        actor.Role >= Role.Editor || link.CreatedById == actor.EditorId;

    public async Task<Outcome> RevokeAsync(Actor actor, string id, CancellationToken cancellation = default)
    {
        var link = await db.Set<PreviewLink>()
            .SingleOrDefaultAsync(row => row.Id == id && row.EditorId == null, cancellation);
        if (link is null)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        if (!MayRevoke(actor, link))
        {
            return Outcome.Refused(new Reason("workflow.role"));
        }

        link.RevokedAt ??= time.GetUtcNow();
        audit.Add(db, actor, "previewRevoke", link.Title);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>
    /// Records that somebody agrees with the revision that was shown; it opens no door of the workflow by itself.
    /// </summary>
    public async Task<Outcome> ApproveAsync(
        PreviewLink link, Item item, string culture, int revision, string name,
        CancellationToken cancellation = default)
    {
        var (text, problem) = PlainText.Read(name, MaxName);
        if (problem is not null || text.Length == 0 || !link.MayApprove || !link.ItemIds.Contains(item.Id))
        {
            return Outcome.Refused(problem ?? new Reason(link.MayApprove ? "preview.name" : "workflow.closed"));
        }

        // Facts count as words do: a changed date is another page.
        if (item.Revision != revision)
        {
            return Outcome.Refused(new Reason("review.changed"));
        }

        if (await db.Set<PreviewApproval>().CountAsync(row => row.LinkId == link.Id, cancellation) >= MostApprovals)
        {
            return Outcome.Refused(new Reason("workflow.closed"));
        }

        db.Add(new PreviewApproval
        {
            Id = Ids.New(),
            LinkId = link.Id,
            ItemId = item.Id,
            Culture = culture,
            Revision = revision,
            Name = text,
            At = time.GetUtcNow(),
        });
        audit.Add(db, ByLink, "previewApprove", item.In(culture)?.Title ?? "", $"{culture} {text}", item.Id);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private string Add(Actor actor, IEnumerable<string> itemIds, string title, DateTimeOffset until, bool mayApprove)
    {
        var code = Ids.New();
        db.Add(new PreviewLink
        {
            Id = Ids.New(),
            CodeHash = HashOf(code),
            Items = string.Join(',', itemIds),
            Title = title,
            MayApprove = mayApprove,
            CreatedBy = actor.Name,
            CreatedById = actor.EditorId,
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = until,
        });
        return code;
    }

    private static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
