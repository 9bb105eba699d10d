namespace EgovSites.Admin.Writing.Bulk;

/// <summary>
/// What came of one item: the languages that changed, and in the editor's words whatever was refused.
/// </summary>
public sealed record BulkLine(
    string ItemId, string Title, bool IsDone, IReadOnlyList<BulkLine.Language> Languages, IReadOnlyList<string> Refused)
{
    /// <summary>
    /// A language that changed: the revision that is or was public, and whether readers had an older one.
    /// </summary>
    public sealed record Language(string Culture, int Revision, bool WasPublic);

    /// <summary>
    /// The topic it was given and the one it had, empty for none; null where the topic was not touched.
    /// </summary>
    public TopicChange? Topic { get; init; }

    public sealed record TopicChange(string Before, string After);
}
