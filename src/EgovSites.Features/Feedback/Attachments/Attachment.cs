using EgovSites.Platform.Media.Kinds;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Features.Feedback.Attachments;

// An uploaded file that passed the checks; its bytes are still where the server put them.
public sealed record Attachment(string Name, FileKind Kind, string Sha256, IFormFile Source);
