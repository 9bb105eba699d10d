namespace EgovSites.Admin.Languages.Requests.Records;

public enum RequestVerb
{
    Accept,
    Deliver,
    SendBack,
    Withdraw,
}
