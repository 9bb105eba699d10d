using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>What one editor has typed into an item's form and not saved yet; also the sign that he is at it.</summary>
public sealed class WorkingCopy : ITenantOwned
{
    public string TenantId { get; set; } = "";

    /// <summary>The item, which may not have been saved even once.</summary>
    public required string ItemId { get; init; }

    public required string EditorId { get; init; }

    public required string EditorName { get; set; }

    public required string Type { get; init; }

    /// <summary>The revision it was typed over; 0 for a new item.</summary>
    public int BasedOn { get; set; }

    /// <summary>The controls as typed, by name; empty while nothing was changed.</summary>
    public string Controls { get; set; } = "";

    /// <summary>The same as values, as far as they can be read: a preview shows these.</summary>
    public FieldValues Shared { get; set; } = new();

    /// <summary>The words by culture: <c>{ "tg": { … } }</c>.</summary>
    public FieldValues Translations { get; set; } = new();

    public DateTimeOffset? TypedAt { get; set; }

    /// <summary>The opened form it was typed in last: the same person may have the item open in two tabs.</summary>
    public string? OpenedForm { get; set; }

    /// <summary>When the form last said that it is open.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
