using System.Globalization;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Desk.Rights;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Desk;

/// <summary>
/// A page of the back office. Below <c>/admin/sites/{slug}</c> it belongs to that tenant, and who is no member sees a
/// 404; elsewhere it is for whoever is signed in. The table of rights says to which of them each of its verbs is open.
/// </summary>
[Authorize]
[ClosedToStrangers]
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

    /// <summary>All that this person is on the tenant of this page; on a central page, at the centre.</summary>
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>
    /// From when on an administrator without a second step is led to set it up; null when nothing is owed.
    /// </summary>
    public DateTimeOffset? SecondStepDueAt { get; private set; }

    /// <summary>Where else this person works.</summary>
    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    /// <summary>
    /// True below <c>/admin/sites/{slug}</c>; elsewhere the current tenant is only the portal whose host this is.
    /// </summary>
    public bool IsOfSite => RouteData.Values.ContainsKey("site");

    public bool IsCentral => Memberships.Any(row => row.TenantId == Membership.Everywhere);

    /// <summary>The culture the back office speaks on this page.</summary>
    public string Culture { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The tenant being edited; throws on central pages.</summary>
    public Tenant Tenant => Service<CurrentTenant>().Tenant;

    public Standard Standard => Service<Standards>()[Tenant.Standard];

    /// <summary>The address of a page of this tenant's back office.</summary>
    public string Desk(string path = "") => $"/admin/sites/{Tenant.Slug}{path}";

    /// <summary>
    /// Whether this person may open a page, or use a verb of it: below the site, or with <c>/admin</c> in front.
    /// </summary>
    public bool May(string page, string verb = "GET") => Service<RightsTable>()
        .Allows(page.StartsWith("/admin", StringComparison.Ordinal) ? page : RightsTable.OfSite + page, verb, Roles);

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _editor = await Service<UserManager<Editor>>().GetUserAsync(User);
        if (_editor is null)
        {
            context.Result = new ChallengeResult();
            return;
        }

        Memberships = await Service<DeskAccess>().MembershipsAsync(_editor.Id, HttpContext.RequestAborted);
        if (DeskAccess.RolesOn(
            Memberships, Service<CurrentTenant>(), context.RouteData.Values["site"] as string) is not { } roles)
        {
            context.Result = Refuse(NotFound());
            return;
        }

        Roles = roles;
        SecondStepDueAt = await Service<SecondStepDuty>().DueAsync(_editor, Memberships);
        var name = _editor.FullName.Length > 0 ? _editor.FullName : _editor.Email ?? "";
        _actor = new Actor(_editor.Id, name, roles.Count > 0 ? roles[0] : Role.None, Who.Officers.Includes(roles));
        context.Result = await RefusalAsync(
            DeskPages.PageOf(context.ActionDescriptor), DeskPages.VerbOf(context.HandlerMethod, Request.Method));
        if (context.Result is null)
        {
            await next();
        }
    }

    /// <summary>
    /// Whether a translator was asked to work on what this page is about; no, unless the page says so.
    /// </summary>
    protected virtual Task<bool> IsAskedAsync() => Task.FromResult(false);

    protected T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    private async Task<IActionResult?> RefusalAsync(string page, string verb)
    {
        if (Service<RightsTable>().Find(page, verb) is not { } right)
        {
            return Refuse(NotFound());
        }

        if (right.Who != Who.SignedIn && Service<SecondStepDuty>().IsOver(SecondStepDueAt))
        {
            return Redirect(SecondStepDuty.Page);
        }

        if (right.Who.Includes(Roles))
        {
            return null;
        }

        return !right.IfAsked || !Roles.Contains(Role.Translator) ? Refuse(Forbid())
            : await IsAskedAsync() ? null
            : Refuse(NotFound());
    }

    private ActionResult Refuse(ActionResult refusal)
    {
        Service<SecurityLog>()
            .Write(SecurityEvent.Refusal, _editor!.Id, SecurityLog.Refused, RouteData.Values["site"] as string ?? "");
        return refusal;
    }
}
