using EgovSites.Platform.Content.Types;


namespace EgovSites.Admin.Languages;

/// <summary>A section of the site on the board; no type stands for all of them.</summary>
public sealed record BoardRow(ContentType? Type, int Items, IReadOnlyList<BoardCell> Cells);
