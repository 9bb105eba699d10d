using EgovSites.Platform.Tenancy;

namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>
/// What <c>_Requests.cshtml</c> draws; with the site's name where requests of several sites stand together.
/// </summary>
public sealed record RequestList(IReadOnlyList<RequestList.Row> Rows, DateOnly Today, string Culture, bool ShowsSite)
{
    public sealed record Row(TranslationRequest Request, Tenant Tenant, RequestParty Party)
    {
        public IReadOnlyList<RequestVerb> Verbs { get; } = [.. Party.Verbs(Request)];

        public string Item => $"/admin/sites/{Tenant.Slug}/content/{Request.ItemId}";
    }
}
