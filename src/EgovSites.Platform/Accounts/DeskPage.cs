using System.Globalization;
using EgovSites.Platform.Content;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Accounts;

/// <summary>
/// A page of the back office. Below <c>/admin/sites/{slug}</c> it belongs to that tenant, and who is no member sees a 404;
/// elsewhere it is for whoever is signed in. <see cref="RequiresRoleAttribute"/> narrows it.
/// </summary>
[Authorize]
public abstract class DeskPage : PageModel
{
    private Actor? _actor;
    private Editor? _editor;

    /// <summary>Who is signed in.</summary>
    public Editor Editor => _editor ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Who is signed in, with the role on the tenant of this page.</summary>
    public Actor Actor => _actor ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>False on a page that is shown instead of the asked one, such as a refusal.</summary>
    public bool IsOpen => _actor is not null;

    /// <summary>Where else this person works.</summary>
    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    /// <summary>True below <c>/admin/sites/{slug}</c>; elsewhere the current tenant is only the portal whose host this is.</summary>
    public bool IsOfSite => RouteData.Values.ContainsKey("site");

    public bool IsCentral => Memberships.Any(row => row.TenantId == Membership.Everywhere);

    /// <summary>The culture the back office speaks on this page.</summary>
    public string Culture { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The tenant being edited; throws on central pages.</summary>
    public Tenant Tenant => Service<CurrentTenant>().Tenant;

    public Standard Standard => Service<Standards>()[Tenant.Standard];

    /// <summary>The address of a page of this tenant's back office.</summary>
    public string Desk(string path = "") => $"/admin/sites/{Tenant.Slug}{path}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _editor = await Service<UserManager<Editor>>().GetUserAsync(User);
        if (_editor is null)
        {
            context.Result = new ChallengeResult();
            return;
        }

        Memberships = await Service<DeskAccess>().MembershipsAsync(_editor.Id, HttpContext.RequestAborted);
        var role = RoleOn(context.RouteData.Values["site"] as string);
        var least = GetType().GetCustomAttributes(typeof(RequiresRoleAttribute), true).OfType<RequiresRoleAttribute>().FirstOrDefault()?.Role;
        if (role is null)
        {
            context.Result = NotFound();
            return;
        }

        _actor = new Actor(_editor.Id, _editor.FullName.Length > 0 ? _editor.FullName : _editor.Email ?? "", role.Value);
        if (least is { } needed && role < needed)
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    protected T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    // A page of no site is open to everybody who is signed in; only the central team has a role there. An unknown site
    // leaves the portal as the current tenant, so the name must fit.
    private Role? RoleOn(string? site) =>
        site is null ? DeskAccess.RoleIn(Memberships, Membership.Everywhere) ?? Role.Author
        : Service<CurrentTenant>() is { IsKnown: true } current && current.Tenant.Slug == site ? DeskAccess.RoleIn(Memberships, current.Tenant.Id)
        : null;
}
