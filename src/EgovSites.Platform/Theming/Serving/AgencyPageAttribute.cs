namespace EgovSites.Platform.Theming.Serving;

/// <summary>The page exists on agencies' sites only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AgencyPageAttribute : Attribute;
