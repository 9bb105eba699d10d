namespace EgovSites.Platform.Tajik.Cleaning;

/// <summary>
/// A suspicious place: <c>Length</c> UTF-16 units from <c>Start</c>, as it stands and as it is probably meant; empty
/// where only a person can tell.
/// </summary>
public sealed record HygieneFinding(HygieneKind Kind, int Start, int Length, string Found, string Suggestion);
