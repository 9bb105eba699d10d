using EgovSites.Platform.Content.Reading;

namespace EgovSites.Platform.Content.Types;

/// <summary>
/// A part of a type: one of the platform's own, or the part that carries the type's fields and its name.
/// </summary>
public sealed record TypePart
{
    public required string Name { get; init; }

    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];
}
