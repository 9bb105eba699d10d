namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>A choice among requests: those that wait for somebody, and those that are over.</summary>
public enum RequestTab
{
    Open,
    Closed,
}
