using EgovSites.Platform.Desk;



namespace EgovSites.Admin.Handbook;

/// <summary>How the desk is used, in the language of whoever reads it.</summary>
public sealed class HandbookModel : DeskPage
{
    public IReadOnlyList<Chapter> Book => Chapters.In(Culture);
}
