using EgovSites.Platform.Content.Types;


namespace EgovSites.Features.Aggregation;

/// <summary>The first headlines of one type, and how many there are.</summary>
public sealed record HeadlineBlock(ContentType Type, IReadOnlyList<HeadlineView> Items, int Total)
{
    /// <summary>The newest one with a picture; without any, the first.</summary>
    public HeadlineView? Lead =>
        Items.FirstOrDefault(item => item.Picture is not null) ?? (Items.Count > 0 ? Items[0] : null);

    public IEnumerable<HeadlineView> Others => Items.Where(item => item != Lead);
}
