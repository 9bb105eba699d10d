namespace EgovSites.Admin.Translating.Requests;

public enum RequestState
{
    Asked,
    Accepted,
    Delivered,

    /// <summary>The translator declined it, with a reason.</summary>
    Returned,

    Withdrawn,
}
