namespace EgovSites.Platform.Content;

/// <summary>What came of a verb: done, or refused for reasons a person can read.</summary>
public sealed record Outcome(IReadOnlyList<Reason> Reasons)
{
    public static Outcome Done { get; } = new([]);

    public bool IsDone => Reasons.Count == 0;

    public static Outcome Refused(params IEnumerable<Reason> reasons) => new([.. reasons]);
}
