namespace EgovSites.Platform.Tenancy;

public enum TenantState
{
    Running,
    Suspended,
}
