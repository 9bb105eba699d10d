namespace EgovSites.Admin.Languages.Requests.Records;

public enum RequestState
{
    Asked,
    Accepted,
    Delivered,

    /// <summary>The translator declined it, with a reason.</summary>
    Returned,

    Withdrawn,
}
