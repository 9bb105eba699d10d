using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Desk.Rights;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tenancy;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Admin.Layouts;

/// <summary>Makes the side navigation out of what this page's reader may open.</summary>
public sealed class SideMenu(
    IEnumerable<DeskEntry> entries, RightsTable rights, CurrentTenant current, Standards standards, Words words, IHttpContextAccessor accessor)
{
    private const int ContentFrom = 100;
    private const int SiteFrom = 200;

    public IEnumerable<MenuGroup> For(DeskPage page)
    {
        IEnumerable<MenuGroup> groups = page.IsOfSite ? SiteGroups(page, current.Tenant) : [];
        return groups.Append(Central(page)).Append(Own(page)).Where(group => group.Lines.Count > 0);
    }

    /// <summary>The page of a site's back office that somebody with these roles begins on: the dashboard, or the first page open to him.</summary>
    public string HomeOf(Tenant tenant, IReadOnlyList<Role> roles)
    {
        var first = OfSite().Select(entry => entry.Path).Prepend("").FirstOrDefault(path => rights.Allows(RightsTable.OfSite + path, "GET", roles));
        return $"/admin/sites/{tenant.Slug}{first}";
    }

    private IOrderedEnumerable<DeskEntry> OfSite() => entries.Where(entry => !entry.IsCentral).OrderBy(entry => entry.Order);

    private IEnumerable<MenuGroup> SiteGroups(DeskPage page, Tenant tenant)
    {
        var open = OfSite().Where(entry => page.May(entry.Path)).ToList();
        yield return new("", [.. page.May("") ? [Line("desk.title", "home", $"/sites/{tenant.Slug}")] : Array.Empty<MenuLine>(), .. Lines(open.Where(entry => entry.Order < ContentFrom), tenant)]);
        yield return new(words["desk.content"], [.. Types(page, tenant), .. Lines(open.Where(entry => entry.Order is >= ContentFrom and < SiteFrom), tenant)]);
        yield return new(words["desk.site"], [.. Lines(open.Where(entry => entry.Order >= SiteFrom), tenant)]);
    }

    private IEnumerable<MenuLine> Types(DeskPage page, Tenant tenant) => !page.May("/content") ? [] : standards[tenant.Standard].Types
        .OrderByDescending(type => type.Behaviours.Mandatory)
        .Select(type => new MenuLine(type.Plural[page.Culture], type.Icon, $"/admin/sites/{tenant.Slug}/content?type={type.Name}", IsList(type)));

    private bool IsList(ContentType type) =>
        Request.Path.Value!.EndsWith("/content", StringComparison.Ordinal) && Request.Query["type"] == type.Name;

    private MenuGroup Central(DeskPage page) => new(words["desk.central"],
    [
        .. entries.Where(entry => entry.IsCentral && page.May("/admin" + entry.Path)).OrderBy(entry => entry.Order)
            .Select(entry => Line(entry.TextKey, entry.Icon, entry.Path)),
    ]);

    private MenuGroup Own(DeskPage page) => new("EgovSites",
    [
        .. page.IsCentral || (page.IsOfSite && page.Memberships.Count < 2) ? Array.Empty<MenuLine>() : [Line("desk.mySites", "list", "")],
        Line("profile.title", "user", "/profile"),
        Line("handbook.title", "book", "/handbook"),
        .. page.IsOfSite ? [new MenuLine(words["desk.openSite"], "globe", $"{SiteAddress.Of(current.Tenant)}/{page.Culture}/", false)] : Array.Empty<MenuLine>(),
    ]);

    private IEnumerable<MenuLine> Lines(IEnumerable<DeskEntry> some, Tenant tenant) =>
        some.Select(entry => Line(entry.TextKey, entry.Icon, $"/sites/{tenant.Slug}{entry.Path}"));

    private MenuLine Line(string key, string icon, string path) => new(words[key], icon, "/admin" + path, Request.Path == "/admin" + path);

    private HttpRequest Request => accessor.HttpContext!.Request;
}
