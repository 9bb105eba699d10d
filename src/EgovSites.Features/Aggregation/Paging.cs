namespace EgovSites.Features.Aggregation;

/// <summary>Which page of how many; a page that does not exist is the nearest that does.</summary>
public sealed record Paging(int Total, int Asked, int Size)
{
    public int Count => Math.Max(1, (Total + Size - 1) / Size);

    public int Page => Math.Clamp(Asked, 1, Count);

    public int Skip => (Page - 1) * Size;
}
