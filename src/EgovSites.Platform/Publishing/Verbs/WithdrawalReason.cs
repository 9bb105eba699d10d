namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>Why something leaves the public site, which decides what a visitor finds at its address.</summary>
public enum WithdrawalReason
{
    /// <summary>It should never have been there: the address answers 410.</summary>
    InError,

    /// <summary>Something else says it now: the address leads there.</summary>
    Moved,

    /// <summary>It was right once: the page stays, under a notice, and leaves lists and search.</summary>
    Outdated,
}
