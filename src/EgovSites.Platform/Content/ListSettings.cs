namespace EgovSites.Platform.Content;

public sealed record ListSettings
{
    public required ListOrder Order { get; init; }
    public required int PageSize { get; init; }
}
