using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Media.Documents;
using EgovSites.Platform.Media.Kinds;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Platform.Media;

/// <summary>
/// Keeps the words of a document beside its row, and marks a PDF that is only a picture of its pages; the caller saves.
/// </summary>
public sealed class MediaTexts(DocumentText documents)
{
    // A scan may still carry a page number or a stamp's few letters.
    private const int FewLetters = 20;

    /// <summary>Reads a file that was just put under its address.</summary>
    public async Task ReadAsync(SiteDbContext db, MediaFile file, string path, CancellationToken cancellation = default)
    {
        if (file.IsPicture)
        {
            return;
        }

        var words = await WordsOfAsync(file, path, cancellation);
        if (await db.FindAsync<MediaText>([db.TenantId, file.Id], cancellation) is { } known)
        {
            known.Words = words;
        }
        else
        {
            db.Add(new MediaText { TenantId = db.TenantId, MediaId = file.Id, Words = words });
        }
    }

    /// <summary>Reads a file of which nothing is known yet.</summary>
    public async Task ReadNewAsync(
        SiteDbContext db, MediaFile file, string path, CancellationToken cancellation = default) =>
        db.Add(new MediaText
        {
            TenantId = db.TenantId,
            MediaId = file.Id,
            Words = await WordsOfAsync(file, path, cancellation)
        });

    /// <summary>Gives a copy the words of the file it was made of.</summary>
    public static async Task CopyAsync(
        SiteDbContext from, MediaFile file, SiteDbContext to, MediaFile copy, CancellationToken cancellation = default)
    {
        copy.HasNoText = file.HasNoText;
        if (await from.FindAsync<MediaText>([from.TenantId, file.Id], cancellation) is { } text)
        {
            to.Add(new MediaText { MediaId = copy.Id, Words = text.Words });
        }
    }

    private async Task<string> WordsOfAsync(MediaFile file, string path, CancellationToken cancellation)
    {
        var text = await documents.ReadAsync(path, file.ContentType, cancellation);
        file.HasNoText = file.ContentType == FileKinds.Pdf.ContentType && text is not null
            && text.Count(char.IsLetter) < FewLetters;
        return text is null ? "" : MediaText.WordsOf(text);
    }
}
