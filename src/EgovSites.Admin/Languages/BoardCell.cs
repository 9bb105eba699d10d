namespace EgovSites.Admin.Languages;

/// <summary>How many items of a section stand how in one language.</summary>
public sealed record BoardCell(string Culture, IReadOnlyList<BoardCell.Count> Counts)
{
    /// <summary>A count with the key of its word and the filter of the list it leads to.</summary>
    public sealed record Count(string Key, string Look, string Filter, int Number);
}
