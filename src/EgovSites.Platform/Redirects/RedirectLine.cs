using EgovSites.Platform.Content;

namespace EgovSites.Platform.Redirects;

/// <summary>A line of an imported file, as typed, and why it is refused; no reason: it is taken.</summary>
public sealed record RedirectLine(int Number, string From, string To, Reason? Problem);
