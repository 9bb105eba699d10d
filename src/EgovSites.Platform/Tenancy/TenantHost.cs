namespace EgovSites.Platform.Tenancy;

/// <summary>A host name of its own that a tenant answers on, lower-case, without a port.</summary>
public sealed class TenantHost
{
    public required string Host { get; init; }

    public required string TenantId { get; init; }

    public int Order { get; init; }
}
