namespace EgovSites.Platform.Media.Children;

/// <summary>
/// What a child says of its file by its exit code; <c>GivenUp</c> stands for every other end: too long, too much
/// memory, a crash.
/// </summary>
public enum ChildVerdict
{
    Done = 0,
    Broken = 10,
    TooManyPixels = 11,

    /// <summary>The child has not what it needs to do its work; the file may be sound.</summary>
    Unable = 12,
    GivenUp = 255,
}
