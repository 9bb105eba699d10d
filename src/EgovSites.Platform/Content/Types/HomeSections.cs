using System.Text.Json.Serialization;

namespace EgovSites.Platform.Content.Types;

/// <summary>The sections that give an agency's home page its blocks.</summary>
public sealed record HomeSections
{
    /// <summary>Its newest item with a picture leads the page.</summary>
    public required string News { get; init; }

    /// <summary>What citizens are called to: the open items of these together.</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    public required string Services { get; init; }

    public required string People { get; init; }

    public required string Documents { get; init; }

    /// <summary>The blocks of the page in their usual order.</summary>
    public required IReadOnlyList<HomeBlock> Blocks { get; init; }

    [JsonIgnore]
    public IEnumerable<string> Sections => [News, .. Calls, Services, People, Documents];
}
