namespace EgovSites.Platform.Media.Children;

/// <summary>How a child ended, and what it wrote.</summary>
public sealed record ChildEnd(ChildVerdict Verdict, string Output = "");
