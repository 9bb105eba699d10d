using EgovSites.Platform.Localization;

namespace EgovSites.Platform.Tenancy;

/// <summary>One agency's site on the platform, or the portal itself.</summary>
public sealed class Tenant
{
    public const string PortalKind = "portal";

    /// <summary>Generated once; names files and folders on disk, so that no name a person typed ever does.</summary>
    public required string Id { get; init; }

    /// <summary>The address word: <c>/site/{slug}</c> and <c>{slug}.host</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>What sort of body it is (a value of the standard's kinds).</summary>
    public required string Kind { get; init; }

    public required string Region { get; init; }

    /// <summary>The short name: the territory, or the body.</summary>
    public required Trilingual Name { get; set; }

    /// <summary>The full official name of the body.</summary>
    public required Trilingual Body { get; set; }

    public string Accent { get; set; } = "";

    public string Emblem { get; set; } = "ministry";

    public string Standard { get; set; } = "1.0";

    public TenantState State { get; set; } = TenantState.Running;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything of this row last changed; other processes notice by it.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Custom host names; the first is the public address.</summary>
    public List<TenantHost> Hosts { get; init; } = [];

    public bool IsPortal => Kind == PortalKind;
}
