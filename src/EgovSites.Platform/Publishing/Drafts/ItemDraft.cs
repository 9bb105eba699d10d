using EgovSites.Platform.Content.Items;


namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>
/// What an editor wants saved: shared facts and the words of each culture, on top of a known revision.
/// </summary>
public sealed record ItemDraft(FieldValues Shared, IReadOnlyDictionary<string, FieldValues> Words, int BasedOn)
{
    /// <summary>Translations, or fields of them, that the editor has looked at and says are still right.</summary>
    public IReadOnlyCollection<Vouch> Vouches { get; init; } = [];

    /// <summary>The language into which a machine wrote words of this draft, if it did.</summary>
    public string? MachineCulture { get; init; }

    /// <summary>The language whose machine-made words the editor has read.</summary>
    public string? ReadCulture { get; init; }
}
