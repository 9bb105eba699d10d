using EgovSites.Platform.Desk.Rights;


namespace EgovSites.Features.Feedback.Desk.Reading;

// Citizens' names, addresses and words: for those whom they are addressed to, and for nobody at the centre.
public static class AppealRights
{
    private const string Appeals = RightsTable.OfSite + "/appeals";

    public static IReadOnlyList<Right> Rows { get; } =
    [
        new(Appeals, Who.Officers, "GET"),
        new(Appeals + "/{id}", Who.Officers, "GET"),
        new(Appeals + "/{id}/files/{file}", Who.Officers, "GET"),
        new(Appeals + "/{id}/notes", Who.Officers, "GET", "POST"),
        new(Appeals
            + "/{id}/decisions/{handler?}", Who.Officers, "GET", "POST Register", "POST Take", "POST Answer",
                "POST Decline"),
    ];
}
