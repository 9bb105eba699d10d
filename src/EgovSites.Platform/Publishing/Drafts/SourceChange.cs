using System.Text.Json.Nodes;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>A field of the source that has changed since a translation was made from it.</summary>
public sealed record SourceChange(string Field, JsonNode? Before, JsonNode? After);
