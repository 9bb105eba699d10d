namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// How a publication is made: at once or as planned, past the second pair of eyes or before it, and what readers are
/// told.
/// </summary>
public sealed record PublishingTerms
{
    /// <summary>How long the second look at something urgent may take.</summary>
    public static readonly TimeSpan SecondLookWithin = TimeSpan.FromDays(1);

    public const int MaxNote = 300;

    /// <summary>Without the approval its type needs; somebody else has to look at it afterwards.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The planned moment that has come; it becomes the public date.</summary>
    public DateTimeOffset? PlannedFor { get; init; }

    /// <summary>What changed in a significant way, by culture, for those who read it before.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();

    internal Verb Verb => IsUrgent ? Verb.PublishUrgently : Verb.Publish;
}
