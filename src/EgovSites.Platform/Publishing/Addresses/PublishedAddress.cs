namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>Where an item stands in one culture, and since when as it stands; all that a site map needs.</summary>
public sealed record PublishedAddress(
    string ItemId, string Culture, string Section, string Slug, DateTimeOffset UpdatedAt);
