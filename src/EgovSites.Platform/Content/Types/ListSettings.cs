namespace EgovSites.Platform.Content.Types;

public sealed record ListSettings
{
    public required ListOrder Order { get; init; }
    public required int PageSize { get; init; }

    /// <summary>The shared choices and dates by which visitors may narrow the list; of a date, the year.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
}
