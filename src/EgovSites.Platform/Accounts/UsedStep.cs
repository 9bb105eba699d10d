namespace EgovSites.Platform.Accounts;

/// <summary>
/// The half minute whose code an editor used last in the second step; that code and older ones are not taken again.
/// </summary>
public sealed class UsedStep
{
    public required string EditorId { get; init; }

    public long Step { get; set; }
}
