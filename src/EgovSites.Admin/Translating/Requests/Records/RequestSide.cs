namespace EgovSites.Admin.Translating.Requests.Records;

/// <summary>Who of the two in a request may do something.</summary>
public enum RequestSide
{
    Asker,
    Translator,
}
