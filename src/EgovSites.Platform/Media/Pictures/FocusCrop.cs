using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Files;
using Microsoft.Extensions.Logging;

namespace EgovSites.Platform.Media.Pictures;

/// <summary>
/// Makes and keeps the crop around a picture's point of focus; without one, a stylesheet's crop must do.
/// </summary>
public sealed class FocusCrop(MediaFolder folders, PictureCopies copies, IFileStore store, ILogger<FocusCrop> log)
{
    /// <summary>The crop's name; empty where none could be made.</summary>
    public async Task<string> MakeAsync(MediaFile file, CancellationToken cancellation = default)
    {
        // The standard's own pictures lie where nobody may write.
        if (file is { IsPicture: false } or { Shared.Length: > 0, Version: 1 })
        {
            return "";
        }

        try
        {
            return await folders.OriginalAsync(file, cancellation) is { } original
                ? await MakeAsync(file, original, cancellation) : "";
        }
        catch (FileStoreAwayException error)
        {
            log.LogWarning(error, "The crop of {Media} was not made", file.Id);
            return "";
        }
    }

    private async Task<string> MakeAsync(MediaFile file, string original, CancellationToken cancellation)
    {
        var card = await copies.CropAsync(original, file.Width, file.Height, file.FocusX, file.FocusY, cancellation);
        if (card.Length > 0)
        {
            var place = Path.Combine(Path.GetDirectoryName(original)!, card);
            DurableFile.Settle(Path.GetDirectoryName(original)!, $"{card}.*");
            await store.KeepAsync($"{place}.webp", cancellation);
            await store.KeepAsync($"{place}.avif", cancellation);
        }

        return card;
    }
}
