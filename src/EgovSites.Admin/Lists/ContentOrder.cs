using EgovSites.Platform.Content.Items;


namespace EgovSites.Admin.Lists;

/// <summary>
/// The column a list is sorted by, as the address says it: <c>title</c>, or <c>-title</c> from the end.
/// </summary>
public sealed record ContentOrder(string Column, bool IsDescending)
{
    public static ContentOrder Newest { get; } = new("changed", true);

    private static readonly string[] Columns = ["title", "changed", "created"];

    public static ContentOrder Read(string? sort)
    {
        var column = (sort ?? "").TrimStart('-');
        return Columns.Contains(column) ? new(column, sort![0] == '-') : Newest;
    }

    /// <summary>What the address says; null for the usual order.</summary>
    public string? Sort => this == Newest ? null : (IsDescending ? "-" : "") + Column;

    /// <summary>
    /// The order that the head of a column leads to: dates begin with the newest, and a second press turns it round.
    /// </summary>
    public ContentOrder To(string column) =>
        column == Column ? this with { IsDescending = !IsDescending } : new(column, column != "title");

    public ContentOrder Reversed => this with { IsDescending = !IsDescending };

    public IOrderedQueryable<Item> Apply(IQueryable<Item> items) => (Column, IsDescending) switch
    {
        // The languages' codes happen to fall in the order in which an item is named: tg, ru, en.
        ("title", false) => items.OrderBy(item => item.Translations.Where(words => words.SortKey != "")
            .OrderByDescending(words => words.Culture).Select(words => words.SortKey).FirstOrDefault() ?? "")
            .ThenBy(item => item.Id),
        ("title", true) => items.OrderByDescending(item => item.Translations.Where(words => words.SortKey != "")
            .OrderByDescending(words => words.Culture).Select(words => words.SortKey).FirstOrDefault() ?? "")
            .ThenByDescending(item => item.Id),
        ("created", false) => items.OrderBy(item => item.CreatedAt).ThenBy(item => item.Id),
        ("created", true) => items.OrderByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id),
        (_, false) => items.OrderBy(item => item.ChangedAt).ThenBy(item => item.Id),
        _ => items.OrderByDescending(item => item.ChangedAt).ThenByDescending(item => item.Id),
    };
}
