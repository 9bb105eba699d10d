namespace EgovSites.Platform.Content.Types;

/// <summary>
/// The statutory terms of the law on appeals (No. 1339 of 23.07.2016), in calendar days, and its kinds of appeal.
/// </summary>
public sealed record AppealTerms
{
    public required int TermDays { get; init; }
    public required int StudyTermDays { get; init; }
    public required int ExtensionDays { get; init; }
    public required IReadOnlyList<string> Kinds { get; init; }
}
