namespace EgovSites.Features.Aggregation;

/// <summary>The controls that narrow a list; which of them stand there depends on the list.</summary>
public sealed record FilterFields(HeadlineFilter Filter, IReadOnlyList<DateOnly> Months)
{
    /// <summary>More bodies than a reader looks through are typed, not chosen.</summary>
    public const int MostToChoose = 200;

    /// <summary>The group is chosen here, not by tabs.</summary>
    public bool HasGroups { get; init; }

    public bool HasWords { get; init; }

    /// <summary>What stands in the address already and is kept, by name.</summary>
    public IReadOnlyDictionary<string, string?> Kept { get; init; } = new Dictionary<string, string?>();
}
