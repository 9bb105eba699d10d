namespace EgovSites.Platform.Tajik.Cleaning;

/// <summary>What is suspicious in a text, in its order, and the text with everything repaired that can be.</summary>
public sealed record HygieneReport(IReadOnlyList<HygieneFinding> Findings, string Repaired)
{
    public bool IsRepairable => Findings.Any(finding => finding.Suggestion.Length > 0);
}
