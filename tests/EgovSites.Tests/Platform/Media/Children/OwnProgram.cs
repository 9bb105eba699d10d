using EgovSites.Host;
using EgovSites.Platform.Media.Children;

namespace EgovSites.Tests.Platform.Media.Children;

/// <summary>The host as its own child, as the tests' build put it here.</summary>
public static class OwnProgram
{
    public static ChildProgram Child { get; } = ChildProgram.Of(typeof(Composition).Assembly);
}
