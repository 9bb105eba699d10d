using System.Reflection;

namespace EgovSites.Platform.Storage;

/// <summary>
/// The assemblies whose entity mappings make up the two databases; a feature adds its tables by being listed.
/// </summary>
public sealed record StorageModel(IReadOnlyList<Assembly> Assemblies);
