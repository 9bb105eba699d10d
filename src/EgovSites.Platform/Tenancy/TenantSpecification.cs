using EgovSites.Platform.Localization;

namespace EgovSites.Platform.Tenancy;

/// <summary>What is needed to give birth to a site.</summary>
public sealed record TenantSpecification(string Slug, string Kind, string Region, Trilingual Name, Trilingual Body);
