namespace EgovSites.Platform.Publishing.Publications;

/// <summary>One page of a list, and how many there are in all.</summary>
public sealed record ItemList(IReadOnlyList<Publication> Items, int Total, int Page, int PageSize)
{
    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
