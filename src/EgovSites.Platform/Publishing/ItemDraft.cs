using EgovSites.Platform.Content;

namespace EgovSites.Platform.Publishing;

/// <summary>What an editor wants saved: shared facts and the words of each culture, on top of a known revision.</summary>
public sealed record ItemDraft(FieldValues Shared, IReadOnlyDictionary<string, FieldValues> Words, int BasedOn);
