using EgovSites.Platform.Tenancy;


namespace EgovSites.Features.Feedback.Appeals;

public sealed class AppealFile : ITenantOwned
{
    public string TenantId { get; set; } = "";

    // Names the file on disk.
    public required string Id { get; init; }

    public required string AppealId { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }
}
