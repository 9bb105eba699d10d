namespace EgovSites.Platform.Storage.Sites;

/// <summary>Too many write to one site at once: nothing was stored, and trying again soon will do.</summary>
public sealed class SiteBusyException() : IOException("Too many write to this site at once.");
