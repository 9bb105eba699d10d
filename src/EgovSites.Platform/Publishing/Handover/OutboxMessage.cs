using EgovSites.Platform.Tenancy;


namespace EgovSites.Platform.Publishing.Handover;

/// <summary>
/// "Something about this item changed": written with the change itself, handed over afterwards, at least once.
/// </summary>
public sealed class OutboxMessage : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    /// <summary>Empty for a change of an item; else the word of the handlers it is for.</summary>
    public string Kind { get; init; } = "";

    public required DateTimeOffset At { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Since when it is set aside as undeliverable; the others go on.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }

    public string Error { get; set; } = "";

    /// <summary>How often it failed while the stores answered.</summary>
    public int Faults { get; set; }

    /// <summary>The names of the handlers that are done with it, parted by blanks.</summary>
    public string Done { get; set; } = "";

    internal string[] HandlersDone
    {
        get => Done.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        set => Done = string.Join(' ', value);
    }
}
