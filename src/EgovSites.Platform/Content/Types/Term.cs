using EgovSites.Platform.Localization;

namespace EgovSites.Platform.Content.Types;

/// <summary>A value to choose, with its name in three languages.</summary>
public sealed record Term(string Value, Trilingual Label);
