using EgovSites.Platform.Theming.Posters;

namespace EgovSites.Platform.Theming.Views;

/// <summary>What a page tells the layout about itself.</summary>
public sealed class PageHead
{
    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>The path to the page, without "Home"; empty on the home page.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <summary>Path below the culture in each culture that has this page; the language switch leads there.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; set; } = new Dictionary<string, string>();

    /// <summary>Cultures in which the page only says that a translation is missing.</summary>
    public IReadOnlyCollection<string> MissingIn { get; set; } = [];

    /// <summary>Cultures in which the page stands but search engines are told to leave it out.</summary>
    public IReadOnlyCollection<string> HiddenIn { get; set; } = [];

    /// <summary>The paths that search engines are told of, in the order of the cultures.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Alternates =>
        [.. Paths.Where(pair => !MissingIn.Contains(pair.Key) && !HiddenIn.Contains(pair.Key))];

    /// <summary>The full address of the original, when it is not this page's own.</summary>
    public string? CanonicalUrl { get; set; }

    public bool IsHidden { get; set; }

    /// <summary>The page itself holds the search form <c>#find</c>, so the masthead leaves its own out.</summary>
    public bool HasOwnSearch { get; set; }

    /// <summary>A schema.org object for search engines, or null.</summary>
    public object? StructuredData { get; set; }

    /// <summary>The path of the Atom feed this page belongs to, below the culture.</summary>
    public string? FeedPath { get; set; }

    /// <summary>What messengers show beside a link to the page; null for the site's own.</summary>
    public Poster? Poster { get; set; }

    /// <summary>The Open Graph type: <c>article</c> for items.</summary>
    public string OpenGraphType { get; set; } = "website";
}
