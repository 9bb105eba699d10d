namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// Where the newest words of a translation stand for the workflow, or the bin its whole item lies in.
/// </summary>
public enum Stage
{
    Missing,
    Draft,
    InReview,
    Approved,
    Scheduled,
    Published,
    Withdrawn,
    Binned,
}
