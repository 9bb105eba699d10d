namespace EgovSites.Platform.Publishing;

/// <summary>Where a translation stands for the workflow: its state, or the bin its whole item lies in.</summary>
public enum Stage
{
    Missing,
    Draft,
    Published,
    Withdrawn,
    Binned,
}
