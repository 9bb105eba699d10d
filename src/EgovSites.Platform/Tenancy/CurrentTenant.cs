namespace EgovSites.Platform.Tenancy;

/// <summary>The tenant this request or job works for; set once, asked everywhere, never held by a singleton.</summary>
public sealed class CurrentTenant
{
    private Tenant? _tenant;

    public bool IsKnown => _tenant is not null;

    /// <summary>The tenant; asking before one is set is a bug and throws.</summary>
    public Tenant Tenant => _tenant ?? throw new InvalidOperationException("No tenant was set for this scope.");

    /// <summary>Sets the tenant; a second, different one in the same scope throws.</summary>
    public void Set(Tenant tenant)
    {
        if (_tenant is not null && _tenant.Id != tenant.Id)
        {
            throw new InvalidOperationException("The tenant of a scope cannot change.");
        }

        _tenant = tenant;
    }
}
