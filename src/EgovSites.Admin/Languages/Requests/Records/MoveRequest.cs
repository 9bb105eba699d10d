using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>Accepts, delivers, sends back or withdraws a request.</summary>
public sealed class MoveRequest(HostDbContext host, SiteDatabases sites, RequestRecord record, TimeProvider time)
{
    public async Task<Outcome> RunAsync(
        RequestParty party, TranslationRequest request, RequestVerb verb, string reason,
        CancellationToken cancellation = default)
    {
        var (text, problem) = PlainText.Read(reason, AskForTranslation.MaxNote);
        var refusal = RequestTable.Find(request.State, verb) is not { } step ? new Reason("requests.moved")
            : !party.Is(step.Side, request) ? new Reason("workflow.role")
            : verb == RequestVerb.SendBack && text.Length == 0 ? new Reason("requests.reasonNeeded")
            : verb == RequestVerb.Deliver && !await IsThereAsync(request, cancellation)
            ? new Reason("requests.nothingThere")
            : problem;
        return refusal is not null ? Outcome.Refused(refusal)
            : await MoveAsync(party, request, verb, text, cancellation);
    }

    private async Task<Outcome> MoveAsync(
        RequestParty party, TranslationRequest request, RequestVerb verb, string reason, CancellationToken cancellation)
    {
        var next = RequestTable.Find(request.State, verb)!.Next;
        var (takenById, takenBy) = verb == RequestVerb.Accept ? (party.Actor.EditorId, party.Actor.Name)
            : (request.TakenById, request.TakenBy);
        var (now, said) = (time.GetUtcNow(), verb == RequestVerb.SendBack ? reason : request.Reason);
        // Two translators may press "accept" in the same moment: the state found is part of the condition.
        var moved = await host.Set<TranslationRequest>()
            .Where(row => row.Id == request.Id && row.State == request.State).ExecuteUpdateAsync(row => row
            .SetProperty(one => one.State, next).SetProperty(one => one.Reason, said)
            .SetProperty(one => one.ChangedAt, now)
            .SetProperty(one => one.TakenById, takenById).SetProperty(one => one.TakenBy, takenBy), cancellation);
        if (moved == 0)
        {
            return Outcome.Refused(new Reason("requests.moved"));
        }

        await record.AddAsync(party.Actor, request, $"request{verb}", cancellation);
        return Outcome.Done;
    }

    private async Task<bool> IsThereAsync(TranslationRequest request, CancellationToken cancellation)
    {
        await using var site = sites.Open(request.TenantId);
        return await site.Set<Translation>()
            .AnyAsync(row => row.ItemId == request.ItemId && row.Culture == request.Culture
                && row.Title != "", cancellation);
    }
}
