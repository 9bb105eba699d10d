namespace EgovSites.Platform.Theming;

/// <summary>The page exists on agencies' sites only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AgencyPageAttribute : Attribute;
