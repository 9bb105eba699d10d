namespace EgovSites.Platform.Publishing.Files;

/// <summary>
/// The bytes of a page's words and pictures, and the heaviest picture: its name, its bytes and the field it stands in.
/// </summary>
public sealed record Weight(long Bytes, string? Heaviest, long HeaviestBytes, string? Field)
{
    /// <summary>What a page should weigh: about two seconds on a slow line.</summary>
    public const long Budget = 400 * 1024;

    /// <summary>What a page may weigh at most.</summary>
    public const long Limit = 1024 * 1024;

    public bool IsOverBudget => Bytes > Budget;

    public bool IsTooHeavy => Bytes > Limit;
}
