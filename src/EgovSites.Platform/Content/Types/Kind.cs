using EgovSites.Platform.Localization;

namespace EgovSites.Platform.Content.Types;

/// <summary>
/// A kind of body: what it is called, which recipe gives birth to its site, where the directory lists it.
/// </summary>
public sealed record Kind
{
    public required string Value { get; init; }
    public required Trilingual Label { get; init; }
    public required Trilingual Plural { get; init; }
    public required string Recipe { get; init; }
    public required string Group { get; init; }
    public required string Emblem { get; init; }
}
