using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Previewing;

/// <summary>Finds the files that an open preview shows: those its drafts mention, and what is public anyway.</summary>
public sealed class PreviewFiles(SiteDbContext db, Previews previews, PublicFiles files)
{
    /// <summary>The file outside the bin; null when the link is not open, or shows no such file.</summary>
    public async Task<MediaFile?> FindAsync(string code, string mediaId, CancellationToken cancellation = default)
    {
        if (await previews.FindAsync(code, cancellation) is not { } link
            || await files.FindAsync(mediaId, cancellation) is not var (file, standing))
        {
            return null;
        }

        return standing == FileStanding.Public || await IsShownAsync(link, mediaId, cancellation) ? file : null;
    }

    private async Task<bool> IsShownAsync(PreviewLink link, string mediaId, CancellationToken cancellation)
    {
        var (ids, editor) = (link.ItemIds, link.EditorId);
        var drafts = db.Set<Item>().Where(item => ids.Contains(item.Id) && item.BinnedAt == null);
        var words = db.Set<Translation>().Where(row => ((string)(object)row.Fields).Contains(mediaId));
        var facts = drafts.Where(item => ((string)(object)item.Shared).Contains(mediaId)
            || words.Any(row => row.ItemId == item.Id));
        var typed = db.Set<WorkingCopy>().Where(copy => ids.Contains(copy.ItemId) && copy.EditorId == editor)
            .Where(copy => ((string)(object)copy.Shared).Contains(mediaId)
                || ((string)(object)copy.Translations).Contains(mediaId));
        return await facts.AnyAsync(cancellation) || (editor is not null && await typed.AnyAsync(cancellation));
    }
}
