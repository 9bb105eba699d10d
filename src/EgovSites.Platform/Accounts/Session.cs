namespace EgovSites.Platform.Accounts;

/// <summary>One browser in which an editor is signed in; without its row the cookie is worth nothing.</summary>
public sealed class Session
{
    public required string Id { get; init; }

    public required string EditorId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Written every few minutes only.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    public string Address { get; init; } = "";

    /// <summary>Browser and system by name, such as "Firefox, Windows"; empty when the browser did not say.</summary>
    public string Browser { get; init; } = "";
}
