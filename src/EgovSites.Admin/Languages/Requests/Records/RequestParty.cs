using EgovSites.Platform.Accounts;

namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>
/// A person before a request: their role on its site, and whether they belong to the central translators.
/// </summary>
public sealed record RequestParty(Actor Actor, bool IsCentral)
{
    public bool Is(RequestSide side, TranslationRequest request) => side switch
    {
        RequestSide.Asker => request.AskedById == Actor.EditorId || Actor.Role >= Role.AgencyAdministrator,
        _ when request.TakenById.Length > 0 => request.TakenById == Actor.EditorId,
        _ => request.ToId.Length > 0 ? request.ToId == Actor.EditorId : IsCentral,
    };

    /// <summary>What this person may do with it now.</summary>
    public IEnumerable<RequestVerb> Verbs(TranslationRequest request) => Enum.GetValues<RequestVerb>()
        .Where(verb => RequestTable.Find(request.State, verb) is { } step && Is(step.Side, request));
}
