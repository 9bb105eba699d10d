namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>
/// A request to translate an item; it lies in the central database so that central translators see all sites' in one
/// list.
/// </summary>
public sealed class TranslationRequest
{
    public required string Id { get; init; }

    public required string TenantId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The language wanted.</summary>
    public required string Culture { get; init; }

    /// <summary>The item's title when it was asked for, and the language of that title.</summary>
    public required string Subject { get; init; }

    public required string SubjectCulture { get; init; }

    public required string AskedById { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly Until { get; init; }

    public string Note { get; init; } = "";

    /// <summary>The person asked; empty for the central translators.</summary>
    public string ToId { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>Who accepted it; empty before.</summary>
    public string TakenById { get; set; } = "";

    public string TakenBy { get; set; } = "";

    public RequestState State { get; set; }

    /// <summary>Why it was sent back last.</summary>
    public string Reason { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public bool IsOpen => RequestTable.Open.Contains(State);

    public bool IsOverdue(DateOnly today) => IsOpen && Until < today;
}
