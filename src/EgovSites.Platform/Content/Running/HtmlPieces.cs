namespace EgovSites.Platform.Content.Running;

/// <summary>
/// Rendered HTML as tags and the words between them, in one pass; no attribute of ours holds a bare "&gt;".
/// </summary>
internal static class HtmlPieces
{
    public static IEnumerable<string> Of(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var isTag = html[at] == '<';
            var end = html.IndexOf(isTag ? '>' : '<', at);
            end = end < 0 ? html.Length : isTag ? end + 1 : end;
            yield return html[at..end];
            at = end;
        }
    }

    /// <summary>The value of an attribute as it is written, or null.</summary>
    public static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + name.Length + 3;
        return tag.IndexOf('"', start) is >= 0 and var end ? tag[start..end] : null;
    }
}
