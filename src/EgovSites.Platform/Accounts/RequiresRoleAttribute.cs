namespace EgovSites.Platform.Accounts;

/// <summary>The least role that may open a page of the back office; a page without it is open to every member.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresRoleAttribute(Role role) : Attribute
{
    public Role Role { get; } = role;
}
