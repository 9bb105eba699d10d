using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Features.Aggregation;

/// <summary>The portal's copy of a published title and link.</summary>
public sealed class Headline : ISearched
{
    public required string TenantId { get; init; }

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    public required string Section { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>The item's page below the culture of its tenant's site.</summary>
    public required string Path { get; init; }

    public required DateTimeOffset ShownAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public string? Topic { get; init; }

    public required string KindGroup { get; init; }

    public required string Region { get; init; }

    /// <summary>The first picture as its publication holds it, or null.</summary>
    public string? PictureJson { get; init; }

    public required string SearchText { get; set; }

    /// <summary>The title alone; empty on rows of older versions until the reconciler has seen them.</summary>
    public string SearchTitle { get; set; } = "";

    public required string SortKey { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static Headline Of(Tenant tenant, Kind kind, ContentType type, Publication item) => new()
    {
        TenantId = tenant.Id,
        ItemId = item.ItemId,
        Culture = item.Culture,
        Section = item.Section,
        Type = item.Type,
        Title = item.Title,
        Summary = item.Summary,
        Path = type.Behaviours.HasDetailPage ? $"/{item.Section}/{item.Slug}" : $"/{item.Section}",
        ShownAt = item.ShownAt,
        StartsAt = item.StartsAt,
        EndsAt = item.EndsAt,
        Deadline = item.Deadline,
        Topic = item.Topic,
        KindGroup = kind.Group,
        Region = tenant.Region,
        PictureJson = PictureOf(item),
        SearchText = SearchTextOf(item.Title, item.Summary),
        SearchTitle = Folding.ForSearch(item.Title),
        SortKey = item.SortKey,
        UpdatedAt = item.UpdatedAt,
    };

    private static string? PictureOf(Publication item) => (item.Fields[FieldNames.Picture] as JsonArray)?
        .FirstOrDefault(file => file!["width"]!.GetValue<int>() > 0)?.ToJsonString();

    /// <summary>Writes anew what a row of an older version is found by.</summary>
    public void Refold() => (SearchTitle, SearchText) = (Folding.ForSearch(Title), SearchTextOf(Title, Summary));

    // Whole texts stay with the agencies.
    private static string SearchTextOf(string title, string summary) => Folding.ForSearch($"{title} {summary}");
}
