using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Content.Items;

/// <summary>A saved state of an item with all its words; never changed afterwards.</summary>
public sealed class Revision : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string ItemId { get; init; }

    public required int Number { get; init; }

    public required FieldValues Shared { get; init; }

    /// <summary>The words by culture: <c>{ "tg": { … } }</c>.</summary>
    public required FieldValues Translations { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public required string SavedBy { get; init; }
}
