using System.Text.RegularExpressions;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Files;

/// <summary>
/// Keeps which files a publication names: only those on its own page, so that no draft's file is public or found.
/// </summary>
internal static partial class PublishedFiles
{
    /// <summary>Puts the rows of some pages right within the caller's transaction.</summary>
    public static async Task KeepAsync(
        SiteDbContext db, IReadOnlyCollection<Publication> pages, CancellationToken cancellation)
    {
        var items = pages.Select(page => page.ItemId).Distinct().ToList();
        var known = await db.Set<PublishedFile>().Where(row => items.Contains(row.ItemId)).ToListAsync(cancellation);
        foreach (var page in pages)
        {
            var present = known.Where(row => row.ItemId == page.ItemId && row.Culture == page.Culture).ToList();
            var named = Of(page).ToList();
            db.RemoveRange(present.ExceptBy(named.Select(row => row.MediaId), row => row.MediaId));
            db.AddRange(named.ExceptBy(present.Select(row => row.MediaId), row => row.MediaId));
            page.FilesKept = true;
        }
    }

    /// <summary>Every file that a page shows, offers or links to, in whatever way.</summary>
    public static IEnumerable<PublishedFile> Of(Publication page) =>
        Named().Matches(page.Fields.ToJson()).Select(match => match.Groups["id"].Value).Distinct()
            .Select(id => new PublishedFile { ItemId = page.ItemId, Culture = page.Culture, MediaId = id });

    // A picked picture or file, or an address in running text or in a link.
    [GeneratedRegex("(\"id\":\"|media/)(?<id>[0-9a-z]{26})\\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
