namespace EgovSites.Platform.Content.Definitions;

/// <summary>
/// A file of the standard is malformed or contradicts itself; the message names file, line and reason.
/// </summary>
public sealed class StandardException : Exception
{
    public StandardException()
    {
    }

    public StandardException(string message) : base(message)
    {
    }

    public StandardException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public static StandardException At(string file, long line, string reason) =>
        new($"{file}, line {line}: {reason}");
}
