namespace EgovSites.Platform.Tajik.Cleaning;

/// <summary>One proposed replacement in a text: <c>Length</c> UTF-16 units from <c>Start</c>, and why.</summary>
public sealed record Repair(int Start, int Length, string From, string To, RepairReason Reason);
