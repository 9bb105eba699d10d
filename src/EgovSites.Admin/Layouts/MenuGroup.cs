namespace EgovSites.Admin.Layouts;

public sealed record MenuGroup(string Heading, IReadOnlyList<MenuLine> Lines);
