using AngleSharp;
using AngleSharp.Dom;

namespace EgovSites.Tests.Hosting;

/// <summary>An answer with its HTML read as a document.</summary>
public sealed record Page(HttpResponseMessage Response, IDocument Document)
{
    public int Status => (int)Response.StatusCode;

    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>All text that a selector finds, trimmed.</summary>
    public IReadOnlyList<string> All(string selector) =>
        [.. Document.QuerySelectorAll(selector)
            .Select(element =>
                string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    public static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new Page(response, await BrowsingContext.New().OpenAsync(request => request.Content(html)));
    }
}
