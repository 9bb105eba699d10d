namespace EgovSites.Admin.Translating.Requests;

public enum RequestVerb
{
    Accept,
    Deliver,
    SendBack,
    Withdraw,
}
