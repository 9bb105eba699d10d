using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>
/// The record that an item is public in one culture, with all its page needs: reading is one indexed row.
/// </summary>
public sealed class Publication : ITenantOwned, ISearched
{
    /// <summary>The query filter by which every query sees only what is not withdrawn.</summary>
    public const string WithoutWithdrawn = "withdrawn";

    /// <summary>Who stands in the log for what a site is born with.</summary>
    public const string ByRecipe = "EgovSites";

    public string TenantId { get; set; } = "";

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    public required string Type { get; init; }

    public required string Section { get; init; }

    public required string Slug { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    /// <summary>
    /// Shared facts and words together; Markdown is HTML already, pictures and files carry their sizes and texts.
    /// </summary>
    public required FieldValues Fields { get; set; }

    /// <summary>The date the public sees.</summary>
    public required DateTimeOffset ShownAt { get; set; }

    public DateTimeOffset? Deadline { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>Until when what began goes on; null where it ends as it begins, or nobody said.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    public int Order { get; set; }

    /// <summary>The title as a key that sorts in the Tajik alphabet.</summary>
    public required string SortKey { get; set; }

    public string? Topic { get; set; }

    /// <summary>
    /// What a visitor may narrow the list by, as <see cref="Publishing.Publications.Facets"/> writes it.
    /// </summary>
    public string Facets { get; set; } = "";

    /// <summary>Words for search, in every form.</summary>
    public required string SearchText { get; set; }

    /// <summary>The words of the title alone; empty on rows of older versions until the daily catch-up.</summary>
    public string SearchTitle { get; set; } = "";

    public required int Revision { get; set; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>
    /// When the agency last said that this is still correct; null when it has changed since, or nobody did.
    /// </summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>What changed since readers first saw it, in a significant way; empty when nothing did.</summary>
    public string UpdateNote { get; set; } = "";

    public DateTimeOffset? NotedAt { get; set; }

    /// <summary>Since when the page stays only under a notice; lists, feeds and search no longer know it.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public string WithdrawnNote { get; set; } = "";

    /// <summary>
    /// Whether <see cref="PublishedFile"/> knows what it names; pages of older versions wait for the daily catch-up.
    /// </summary>
    public bool FilesKept { get; set; }

    /// <summary>What has begun is over only when it has ended.</summary>
    public bool IsOver(DateTimeOffset now) => (EndsAt ?? StartsAt) < now;

    public bool IsClosed(DateTimeOffset now) => Deadline is { } deadline && deadline <= now;
}
