using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Media;

/// <summary>What an editor narrows a library by; words are found with or without Tajik letters.</summary>
public sealed record MediaSearch(
    string Words = "", bool? Pictures = null, string? Folder = null, bool OnlyUndescribed = false, bool Binned = false)
{
    private const int MaxWords = 8;

    public IQueryable<MediaFile> In(IQueryable<MediaFile> files)
    {
        files = Binned ? files.Where(file => file.BinnedAt != null) : files.Where(file => file.BinnedAt == null);
        files = Pictures switch
        {
            true => files.Where(file => file.Width > 0),
            false => files.Where(file => file.Width == 0),
            null => files,
        };
        if (Folder is { } folder)
        {
            var below = folder + "/";
            files = files.Where(file => file.Folder == folder || file.Folder.StartsWith(below));
        }

        if (OnlyUndescribed)
        {
            files = files.Where(file => !file.Decorative
                && (file.Alt.Tg == "" || file.Alt.Ru == "" || file.Alt.En == ""));
        }

        return Folding.Words(Words).Take(MaxWords)
            .Aggregate(files, (all, word) => all.Where(file => file.FoldedName.Contains(word)));
    }

    /// <summary>Folds the names of files from before libraries were searched, some at a time.</summary>
    public static async Task CatchUpAsync(Storage.Sites.SiteDbContext db, CancellationToken cancellation = default)
    {
        foreach (var file in await db.Set<MediaFile>().Where(file => file.FoldedName == "").Take(500)
            .ToListAsync(cancellation))
        {
            db.Entry(file).Property(row => row.FoldedName).IsModified = true;
        }

        await db.SaveChangesAsync(cancellation);
    }

    public static IQueryable<MediaFile> Newest(IQueryable<MediaFile> files) =>
        files.OrderByDescending(file => file.UploadedAt).ThenBy(file => file.Id);
}
