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
    IEnumerable<DeskEntry> entries, RightsTable rights, CurrentTenant current, Standards standards, Words words,
    IHttpContextAccessor accessor)
{
    /// <summary>
    /// The groups with a line for this page's reader; open are the one he is in and the one most of his work is in.
    /// </summary>
    public IEnumerable<MenuGroup> For(DeskPage page)
    {
        var main = page.IsOfSite ? DeskGroup.Writing : page.IsCentral ? DeskGroup.Centre : DeskGroup.Account;
        return from which in Enum.GetValues<DeskGroup>()
               let lines = LinesOf(which, page).ToList()
               where lines.Count > 0
               select new MenuGroup(HeadingOf(which), lines, which == main || lines.Exists(line => line.IsCurrent));
    }

    /// <summary>
    /// The page of a site's back office that somebody with these roles begins on: the dashboard, or the first page open
    /// to him.
    /// </summary>
    public string HomeOf(Tenant tenant, IReadOnlyList<Role> roles)
    {
        var first = OfSite().Select(entry => entry.Path).Prepend("")
            .FirstOrDefault(path => rights.Allows(RightsTable.OfSite + path, "GET", roles));
        return $"/admin/sites/{tenant.Slug}{first}";
    }

    private IEnumerable<DeskEntry> OfSite() =>
        entries.Where(entry => entry.IsOfSite).OrderBy(entry => (entry.Group, entry.Order));

    private string HeadingOf(DeskGroup group) => group switch
    {
        DeskGroup.Top => "",
        DeskGroup.Writing => words["desk.content"],
        DeskGroup.Languages => words["desk.languages"],
        DeskGroup.Site => words["desk.site"],
        DeskGroup.Centre => words["desk.central"],
        _ => words["desk.account"],
    };

    private IEnumerable<MenuLine> LinesOf(DeskGroup group, DeskPage page) =>
        [.. First(group, page), .. entries.Where(entry => entry.Group == group && IsShown(entry, page))
            .OrderBy(entry => entry.Order).Select(LineOf), .. Last(group, page)];

    private static bool IsShown(DeskEntry entry, DeskPage page) =>
        entry.IsOfSite ? page.IsOfSite && page.May(entry.Path) : page.May("/admin" + entry.Path);

    private MenuLine LineOf(DeskEntry entry) =>
        Line(entry.TextKey, entry.Icon, entry.IsOfSite ? $"/sites/{current.Tenant.Slug}{entry.Path}" : entry.Path);

    private IEnumerable<MenuLine> First(DeskGroup group, DeskPage page) => group switch
    {
        DeskGroup.Top when page.IsOfSite && page.May("") =>
            [Line("desk.title", "home", $"/sites/{current.Tenant.Slug}")],
        DeskGroup.Top when !page.IsCentral && !(page.IsOfSite && page.Memberships.Count < 2) =>
            [Line("desk.mySites", "list", "")],
        DeskGroup.Writing when page.IsOfSite => Types(page, current.Tenant),
        _ => [],
    };

    private IEnumerable<MenuLine> Last(DeskGroup group, DeskPage page) => group == DeskGroup.Account && page.IsOfSite
        ? [new MenuLine(words["desk.openSite"], "globe", $"{SiteAddress.Of(current.Tenant)}/{page.Culture}/", false)]
        : [];

    private IEnumerable<MenuLine> Types(DeskPage page, Tenant tenant) =>
        !page.May("/content") ? [] : standards[tenant.Standard].Types
        .OrderByDescending(type => type.Behaviours.Mandatory)
        .Select(type =>
            new MenuLine(type.Plural[page.Culture], type.Icon, $"/admin/sites/{tenant.Slug}/content?type={type.Name}",
                IsList(type)));

    private bool IsList(ContentType type) =>
        Request.Path.Value!.EndsWith("/content", StringComparison.Ordinal) && Request.Query["type"] == type.Name;

    private MenuLine Line(string key, string icon, string path) =>
        new(words[key], icon, "/admin" + path, Request.Path == "/admin" + path);

    private HttpRequest Request => accessor.HttpContext!.Request;
}
