namespace EgovSites.Admin.Layouts;

/// <summary>
/// Lines under one heading; those at the top have none. A group that is not open shows its heading only.
/// </summary>
public sealed record MenuGroup(string Heading, IReadOnlyList<MenuLine> Lines, bool IsOpen);
