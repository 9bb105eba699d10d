namespace EgovSites.Platform.Content;

/// <summary>
/// Why something cannot be done: a key of the interface words, its arguments, and the field it stands at.
/// </summary>
public sealed record Reason(string Key, params object[] Arguments)
{
    /// <summary>The field the message belongs to, if any.</summary>
    public string? Field { get; init; }

    /// <summary>The language column it belongs to; null for shared facts.</summary>
    public string? Culture { get; init; }

    public Reason At(string field, string? culture = null) => this with { Field = field, Culture = culture };
}
