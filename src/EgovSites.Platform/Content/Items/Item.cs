using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Content.Items;

/// <summary>One piece of content: the facts that its translations share.</summary>
public sealed class Item : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string Type { get; init; }

    /// <summary>The shared facts: date, picture, deadline, files.</summary>
    public FieldValues Shared { get; set; } = new();

    /// <summary>The number of the newest revision; also guards against two people saving at once.</summary>
    public int Revision { get; set; }

    /// <summary>The revision that last changed the shared facts.</summary>
    public int FactsChangedIn { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    /// <summary>The editor's id; null when the platform made it, or an older program, which noted names only.</summary>
    public string? CreatedById { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    /// <summary>The editor's id, or null as for <see cref="CreatedById"/>.</summary>
    public string? ChangedById { get; set; }

    /// <summary>When somebody last said that what is public is still correct.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public string? ConfirmedBy { get; set; }

    /// <summary>Since when it lies in the bin; null when it does not.</summary>
    public DateTimeOffset? BinnedAt { get; set; }

    public List<Translation> Translations { get; init; } = [];

    /// <summary>Whether words or facts of a public language are not public yet.</summary>
    public bool HasChanges(Translation words) =>
        words.State == TranslationState.Published
            && Math.Max(words.ChangedIn, FactsChangedIn) > words.PublishedRevision;

    public Translation? In(string culture) =>
        Translations.FirstOrDefault(translation => translation.Culture == culture);
}
