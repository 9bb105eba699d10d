namespace EgovSites.Platform.Theming.Serving;

/// <summary>The page exists on the portal only.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PortalPageAttribute : Attribute;
