namespace EgovSites.Platform.Content.Types;

/// <summary>A list of terms that belongs to the standard.</summary>
public sealed record Taxonomy(string Name, IReadOnlyList<Term> Terms)
{
    public Term? Find(string? value) => Terms.FirstOrDefault(term => term.Value == value);
}
