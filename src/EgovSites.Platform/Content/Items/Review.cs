namespace EgovSites.Platform.Content.Items;

/// <summary>How far the newest words of a translation have come past a second pair of eyes.</summary>
public sealed class Review
{
    public ReviewState State { get; set; }

    /// <summary>Who asked; the same person never approves.</summary>
    public string AskedById { get; set; } = "";

    public string AskedBy { get; set; } = "";

    /// <summary>Who changed the words last; he does not approve them either.</summary>
    public string ChangedById { get; set; } = "";

    public string DecidedBy { get; set; } = "";

    /// <summary>What is to be mended, when it was sent back.</summary>
    public string Note { get; set; } = "";

    /// <summary>
    /// Who published urgently; the same person never gives the second look. Empty when an older program noted it.
    /// </summary>
    public string? UrgentById { get; set; }

    /// <summary>
    /// Until when somebody else looks at words that were published urgently; null when nobody has to.
    /// </summary>
    public DateTimeOffset? SecondLookDueAt { get; set; }
}
