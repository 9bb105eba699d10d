using System.Net;
using System.Text.RegularExpressions;

namespace EgovSites.Platform.Desk.Cards;

/// <summary>The words over the columns of one list, told off along each of its rows.</summary>
internal sealed partial class CardHeads
{
    private readonly List<string> _heads = [];
    private int _column;

    public void BeginRow() => _column = 0;

    /// <summary>
    /// Remembers a heading by its markup; one that is only heard over its column is not shown in a card either.
    /// </summary>
    public void Add(string markup) =>
        _heads.Add(markup.Contains("class=\"hidden\"", StringComparison.Ordinal) ? ""
            : WebUtility.HtmlDecode(Tags().Replace(markup, "")).Trim());

    /// <summary>The heading over the next cell of the row; empty where there is none to show.</summary>
    public string Next() => _heads.ElementAtOrDefault(_column++) ?? "";

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
