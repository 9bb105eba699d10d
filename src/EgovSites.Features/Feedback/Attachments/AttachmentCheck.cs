using System.Security.Cryptography;
using EgovSites.Platform.Content;
using EgovSites.Platform.Media.Kinds;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Features.Feedback.Attachments;

internal static class AttachmentCheck
{
    private const int NameLength = 80;

    // Every file is looked at, so that people learn at once which of them to change and which only to choose again.
    public static async Task<(IReadOnlyList<Attachment> Files, IReadOnlyList<Reason> Problems)> ReadAsync(
        IReadOnlyList<IFormFile> sent, CancellationToken cancellation)
    {
        if (sent.Count > FeedbackOptions.MaxFiles || sent.Sum(file => file.Length) > FeedbackOptions.MaxTotalBytes)
        {
            return ([],
                [new Reason("feedback.files.tooMany", FeedbackOptions.MaxFiles, FeedbackOptions.MaxTotalBytes >> 20)]);
        }

        var (files, problems) = (new List<Attachment>(), new List<Reason>());
        foreach (var file in sent)
        {
            var (attachment, problem) = await ReadAsync(file, cancellation);
            files.AddRange(attachment is null ? [] : [attachment]);
            problems.AddRange(problem is null ? [] : [problem]);
        }

        return (files, problems);
    }

    private static async Task<(Attachment? File, Reason? Problem)> ReadAsync(
        IFormFile sent, CancellationToken cancellation)
    {
        if (sent.Length > FeedbackOptions.MaxFileBytes)
        {
            return (null,
                new Reason("feedback.files.tooBig", FileNames.Sent(sent.FileName), FeedbackOptions.MaxFileBytes >> 20));
        }

        await using var content = sent.OpenReadStream();
        var sniffed = FileSniffer.Look(content, sent.FileName);
        if (sniffed.Kind is null)
        {
            return (null, new Reason(sniffed.Refusal, FileNames.Sent(sent.FileName)));
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        return (new Attachment(FileNames.Of(sent.FileName, sniffed.Kind, NameLength), KindOf(sniffed), hash, sent),
            null);
    }

    // What a citizen sent is kept to the byte; how its letters are written is said beside it.
    private static FileKind KindOf(Sniffed sniffed) => sniffed.ForeignEncoding.Length == 0
        ? sniffed.Kind!
        : sniffed.Kind! with
        {
            ContentType =
            $"{sniffed.Kind!.ContentType.Split(';')[0]}; charset={sniffed.ForeignEncoding}"
        };
}
