namespace EgovSites.Platform.Storage.Files;

/// <summary>The store of files does not answer, or refuses; trying again later may help.</summary>
public sealed class FileStoreAwayException(string message, Exception inner) : IOException(message, inner);
