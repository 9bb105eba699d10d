using System.Security.Cryptography;
using EgovSites.Platform.Content;
using EgovSites.Platform.Media;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Features.Feedback;

internal static class AttachmentCheck
{
    private const int NameLength = 80;

    public static async Task<(IReadOnlyList<Attachment> Files, Reason? Problem)> ReadAsync(
        IReadOnlyList<IFormFile> sent, CancellationToken cancellation)
    {
        if (sent.Count > FeedbackOptions.MaxFiles || sent.Sum(file => file.Length) > FeedbackOptions.MaxTotalBytes)
        {
            return ([], new Reason("feedback.files.tooMany", FeedbackOptions.MaxFiles, FeedbackOptions.MaxTotalBytes >> 20));
        }

        var files = new List<Attachment>();
        foreach (var file in sent)
        {
            var (attachment, problem) = await ReadAsync(file, cancellation);
            if (problem is not null)
            {
                return ([], problem);
            }

            files.Add(attachment!);
        }

        return (files, null);
    }

    private static async Task<(Attachment? File, Reason? Problem)> ReadAsync(IFormFile sent, CancellationToken cancellation)
    {
        if (sent.Length > FeedbackOptions.MaxFileBytes)
        {
            return (null, new Reason("feedback.files.tooBig", CleanName(sent.FileName), FeedbackOptions.MaxFileBytes >> 20));
        }

        await using var content = sent.OpenReadStream();
        if (FileKinds.Detect(content) is not { IsPresentation: false } kind)
        {
            return (null, new Reason("feedback.files.kind", CleanName(sent.FileName)));
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        return (new Attachment(NameOf(sent.FileName, kind), kind, hash, sent), null);
    }

    // Shown and offered for download only; the ending follows the content, so that what.pdf.exe stays harmless.
    private static string NameOf(string name, FileKind kind)
    {
        var stem = Path.GetFileNameWithoutExtension(CleanName(name));
        return $"{(stem.Length > 0 ? stem : "file")}.{kind.Extension}";
    }

    // Browsers send bare names, other programs whole paths of either system.
    private static string CleanName(string name)
    {
        var last = TextHygiene.Normalise(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        var kept = string.Concat(last.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && !"\"<>:|?*".Contains(letter, StringComparison.Ordinal))).Trim();
        return kept.Length <= NameLength ? kept : kept[..NameLength];
    }
}
