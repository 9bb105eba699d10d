using System.Security.Cryptography;
using System.Text.Json;
using EgovSites.Features.Feedback.Attachments;

namespace EgovSites.Features.Feedback.Sending;

// All that one form sends; the key was made when the form was shown.
public sealed record Submission(
    string Key, string Culture, AppealContent Content, IReadOnlyList<Attachment> Attachments)
{
    // The same for the same words and files, whatever the files are called.
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new { Content, Files = Attachments.Select(file => file.Sha256) })));
}
