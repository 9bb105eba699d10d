using EgovSites.Tests.Rules;

namespace EgovSites.Tests.Platform.Media;

/// <summary>Small files that troubled comparable systems, as bytes.</summary>
public static class TestCases
{
    public static byte[] Read(string name) =>
        File.ReadAllBytes(
            Path.Combine(SourceRoot.Path, "tests", "EgovSites.Tests", "Platform", "Media", "Cases", name));
}
