namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>Who of the two in a request may do something.</summary>
public enum RequestSide
{
    Asker,
    Translator,
}
