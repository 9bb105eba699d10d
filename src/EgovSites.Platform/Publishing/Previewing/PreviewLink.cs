using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Publishing.Previewing;

/// <summary>A link that shows drafts of some items to whoever has it, until a date or until it is taken back.</summary>
public sealed class PreviewLink : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    /// <summary>The hash of the code in the address; the code itself is shown once and never kept.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Ids of the items, separated by commas.</summary>
    public required string Items { get; init; }

    /// <summary>What it shows, in words, for the list of links.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// Set on an editor's own window, which is not kept (<see cref="OwnPreview"/>): it shows what he typed and did not
    /// save yet.
    /// </summary>
    public string? EditorId { get; init; }

    /// <summary>Whether the reader may say, under a name, that he agrees.</summary>
    public bool MayApprove { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>Empty on links of older programs, which noted names only.</summary>
    public string CreatedById { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public IReadOnlyList<string> ItemIds => Items.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
