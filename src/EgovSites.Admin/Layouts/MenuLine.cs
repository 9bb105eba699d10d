namespace EgovSites.Admin.Layouts;

/// <summary>A line of the side navigation, in words.</summary>
public sealed record MenuLine(string Text, string Icon, string Href, bool IsCurrent);
