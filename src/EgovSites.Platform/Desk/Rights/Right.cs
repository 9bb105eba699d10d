namespace EgovSites.Platform.Desk.Rights;

/// <summary>
/// A row of the table of rights: who may do what on a page. <c>Page</c> is the page's address as it is declared; verbs
/// are <c>GET</c>, <c>POST</c>, or <c>POST Name</c> for a named form of the page.
/// </summary>
public sealed record Right(string Page, Who Who, params IReadOnlyList<string> Verbs)
{
    /// <summary>Open to translators too, for items whose translation was asked of them.</summary>
    public bool IfAsked { get; init; }
}
