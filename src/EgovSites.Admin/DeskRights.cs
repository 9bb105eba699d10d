using EgovSites.Admin.Writing.Editing;
using EgovSites.Platform.Desk.Rights;
using static EgovSites.Platform.Desk.Rights.RightsTable;

namespace EgovSites.Admin;

/// <summary>
/// The back office's rows of the table of rights: which roles open which page, and which of its verbs.
/// </summary>
public static class DeskRights
{
    public static IReadOnlyList<Right> Rows { get; } =
        [.. Gate(), .. Account(), .. Centre(), .. Content(), .. Languages(), .. Media(), .. Site()];

    private static IEnumerable<Right> Gate() =>
    [
        new("/admin/sign-in", Who.Anybody, "GET", "POST"),
        new("/admin/sign-in/second", Who.Anybody, "GET", "POST"),
        new("/admin/sign-in/passkey", Who.Anybody, "GET", "POST", "POST Options"),
        new("/admin/sign-out", Who.Anybody, "GET", "POST"),
        new("/admin/invitation/{code}", Who.Anybody, "GET", "POST"),
    ];

    private static IEnumerable<Right> Account() =>
    [
        new("/admin", Who.SignedIn, "GET"),
        new("/admin/language", Who.SignedIn, "GET", "POST"),
        new("/admin/keys", Who.SignedIn, "GET", "POST"),
        new("/admin/handbook", Who.SignedIn, "GET"),
        new("/admin/handbook/images/{language}/{name}", Who.SignedIn, "GET"),
        new("/admin/profile", Who.SignedIn, "GET", "POST", "POST Password"),
        new("/admin/profile/notices", Who.SignedIn, "GET", "POST"),
        new("/admin/profile/passkeys", Who.SignedIn, "GET", "POST Options", "POST Add", "POST Rename", "POST Remove"),
        new("/admin/profile/sessions", Who.SignedIn, "GET", "POST End", "POST Others"),
        new("/admin/profile/two-factor", Who.SignedIn, "GET", "POST Begin", "POST Confirm", "POST Codes", "POST Off"),
    ];

    private static IEnumerable<Right> Centre() =>
    [
        new("/admin/sites", Who.CentralReaders, "GET"),
        new("/admin/sites", Who.Centre, "POST Suspend", "POST Resume"),
        new("/admin/requests", Who.CentralTranslators, "GET", "POST"),
        new("/admin/people", Who.Centre, "GET", "POST Remove", "POST Close"),
        new("/admin/mail", Who.Centre, "GET", "POST Retry", "POST Remove", "POST Test"),
    ];

    private static IEnumerable<Right> Content() =>
    [
        new(OfSite, Who.Readers, "GET"),
        new(OfSite, Who.Centre, "POST Retry"),
        new(OfSite + "/palette", Who.Writers, "GET"),
        new(OfSite + "/content", Who.Readers, "GET", "POST Columns", "POST View", "POST Drop"),
        new(OfSite + "/content/bulk", Who.Writers, "GET", "POST"),
        new(OfSite + "/content/removal", Who.Writers, "GET", "POST"),
        new(EditModel.NewRoute, Who.Writers, "GET", "POST"),
        new(OfSite + "/content/{id}", Who.Readers, "GET") { IfAsked = true },
        new(OfSite + "/content/{id}", Who.Writers, "POST") { IfAsked = true },
        new(OfSite + "/autosave/{type}/{id}", Who.Writers, "GET", "POST") { IfAsked = true },
        new(OfSite + "/content/{id}/versions", Who.Readers, "GET"),
        new(OfSite + "/content/{id}/versions", Who.Writers, "POST"),
        new(OfSite + "/content/{id}/versions/compare", Who.Readers, "GET"),
        new(OfSite + "/content/{id}/confirmation", Who.Editors, "GET", "POST"),
        new(OfSite + "/content/{id}/plan", Who.Editors, "GET", "POST"),
        new(OfSite + "/content/{id}/review/{language}", Who.Editors, "GET", "POST"),
        new(OfSite + "/content/{id}/withdrawal/{language}", Who.Editors, "GET", "POST"),
        new(OfSite + "/previews/window/{id}/{language}", Who.Readers, "GET") { IfAsked = true },
        new(OfSite + "/previews", Who.Writers, "GET", "POST", "POST Revoke"),
        new(OfSite + "/due", Who.Readers, "GET"),
        new(OfSite + "/bin", Who.Writers, "GET", "POST"),
        new(OfSite + "/find", Who.Writers, "GET"),
        new(OfSite + "/checks", Who.Translators, "GET", "POST"),
        new(OfSite + "/hygiene", Who.Translators, "GET", "POST"),
        new(OfSite + "/terms", Who.Translators, "GET"),
    ];

    private static IEnumerable<Right> Languages() =>
    [
        new(OfSite + "/translations", Who.Readers, "GET"),
        new(OfSite + "/requests", Who.Translators, "GET", "POST"),
        new(OfSite + "/content/{id}/request", Who.Writers, "GET", "POST"),
        new(OfSite + "/content/{id}/suggestions", Who.Writers, "GET") { IfAsked = true },
    ];

    private static IEnumerable<Right> Media() =>
    [
        new(OfSite + "/media", Who.Writers, "GET", "POST", "POST Take", "POST Restore"),
        new(OfSite + "/files/{id}/{name}", Who.Viewers, "GET"),
        new(OfSite + "/media/find", Who.Writers, "GET"),
        new(OfSite + "/media/uploads/{id?}", Who.Writers, "GET", "POST", "POST Finish"),
        new(OfSite
            + "/media/{id}", Who.Writers, "GET", "POST", "POST Replace", "POST Version", "POST Bin", "POST Restore"),
        new(OfSite + "/media/{id}", Who.Centre, "POST Share"),
        new(OfSite + "/media/{id}/versions/{number:int}", Who.Writers, "GET"),
    ];

    private static IEnumerable<Right> Site() =>
    [
        new(OfSite + "/home", Who.Editors, "GET", "POST"),
        new(OfSite + "/menu", Who.Editors, "GET", "POST", "POST Order", "POST Add"),
        new(OfSite + "/redirects", Who.Editors, "GET", "POST", "POST Delete"),
        new(OfSite + "/redirects/import", Who.Editors, "GET", "POST"),
        new(OfSite
            + "/people", Who.Administrators, "GET", "POST Invite", "POST Revoke", "POST Role", "POST Remove",
                "POST End"),
        new(OfSite + "/audit", Who.Editors, "GET"),
    ];
}
