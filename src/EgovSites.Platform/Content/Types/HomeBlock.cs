namespace EgovSites.Platform.Content.Types;

/// <summary>A block of an agency's home page; a locked one stands on every site, wherever its editors put it.</summary>
public sealed record HomeBlock
{
    public required string Name { get; init; }

    public required bool Locked { get; init; }
}
