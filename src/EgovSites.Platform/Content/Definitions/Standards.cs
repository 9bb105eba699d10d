using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace EgovSites.Platform.Content.Definitions;

/// <summary>All versions of the standard this host carries, read and checked at start.</summary>
public sealed class Standards
{
    private readonly FrozenDictionary<string, Standard> _versions;

    public Standards(IOptions<StandardsOptions> options)
    {
        Folder = Path.GetFullPath(options.Value.Folder, AppContext.BaseDirectory);
        _versions = Directory.GetDirectories(Path.Combine(Folder, "standard"))
            .Select(StandardReader.Read)
            .ToFrozenDictionary(standard => standard.Version, StringComparer.Ordinal);
    }

    /// <summary>The folder with the standards, the list of agencies and the demo.</summary>
    public string Folder { get; }

    /// <summary>A version; an unknown one throws.</summary>
    public Standard this[string version] => _versions.TryGetValue(version, out var standard)
        ? standard
        : throw new StandardException($"This host does not carry version {version} of the standard.");

    public Standard Newest => _versions.Values.OrderBy(standard => Version.Parse(standard.Version)).Last();
}
