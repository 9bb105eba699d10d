namespace EgovSites.Platform.Accounts;

/// <summary>
/// A code that replaces the second step once; only its hash is kept, and the row goes when it is used.
/// </summary>
public sealed class RecoveryCode
{
    public required string EditorId { get; init; }

    public required string Hash { get; init; }
}
