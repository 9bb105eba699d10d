namespace EgovSites.Admin.Site.Menu;

/// <summary>
/// What an editor asks to have added: <c>To</c> is a section's path, <c>item:</c> with an id, or empty for the address
/// in <c>Link</c>.
/// </summary>
public sealed record NewEntry
{
    public string? To { get; init; }

    public string? Link { get; init; }

    /// <summary>The position of the entry below which it goes; empty for the first level.</summary>
    public string? Below { get; init; }

    public string? Tg { get; init; }

    public string? Ru { get; init; }

    public string? En { get; init; }
}
