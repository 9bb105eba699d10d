namespace EgovSites.Admin.Translating.Requests.Records;

public enum RequestVerb
{
    Accept,
    Deliver,
    SendBack,
    Withdraw,
}
