namespace EgovSites.Platform.Content.Types;

/// <summary>
/// What the platform does with items of a type; every answer is stated in the declaration, none is a default.
/// </summary>
public sealed record Behaviours
{
    public required bool Reviewed { get; init; }
    public required bool Schedulable { get; init; }
    public required bool Expires { get; init; }
    public required bool Searchable { get; init; }
    public required bool InFeeds { get; init; }
    public required bool Aggregated { get; init; }
    public required bool Mandatory { get; init; }
    public required bool ArchivedByMonth { get; init; }
    public required bool HasDetailPage { get; init; }
}
