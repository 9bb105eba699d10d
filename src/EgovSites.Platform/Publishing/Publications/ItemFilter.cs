using EgovSites.Platform.Tajik.Finding;


namespace EgovSites.Platform.Publishing.Publications;

/// <summary>What a visitor narrows a list by; null means everything.</summary>
public sealed record ItemFilter
{
    public string? Topic { get; init; }

    /// <summary>Facets that must all be there.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>First day of the shown month, in Dushanbe.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>Words that must all occur.</summary>
    public IReadOnlyList<SearchWord> Words { get; init; } = [];

    /// <summary>True: only what is still open. False: only what is closed.</summary>
    public bool? Open { get; init; }
}
