namespace EgovSites.Platform.Storage.Sites;

/// <summary>
/// A site whose store cannot be trusted is asked for something: it answers "closed for repair", nothing is written.
/// </summary>
public sealed class SiteClosedException(string message) : IOException(message);
