namespace EgovSites.Admin.Handbook;

public sealed record Chapter(string Id, string Title, IReadOnlyList<ChapterPart> Parts);
