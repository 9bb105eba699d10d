namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>The one table of requests: which verb is open in which state, to whom, and where it leads.</summary>
public static class RequestTable
{
    public sealed record Step(RequestSide Side, RequestState Next);

    private static readonly Dictionary<(RequestState, RequestVerb), Step> Steps = new()
    {
        [(RequestState.Asked, RequestVerb.Accept)] = new(RequestSide.Translator, RequestState.Accepted),
        [(RequestState.Asked, RequestVerb.SendBack)] = new(RequestSide.Translator, RequestState.Returned),
        [(RequestState.Asked, RequestVerb.Withdraw)] = new(RequestSide.Asker, RequestState.Withdrawn),

        [(RequestState.Accepted, RequestVerb.Deliver)] = new(RequestSide.Translator, RequestState.Delivered),
        [(RequestState.Accepted, RequestVerb.SendBack)] = new(RequestSide.Translator, RequestState.Returned),
        [(RequestState.Accepted, RequestVerb.Withdraw)] = new(RequestSide.Asker, RequestState.Withdrawn),

        // What was delivered and does not satisfy goes back to the same translator.
        [(RequestState.Delivered, RequestVerb.SendBack)] = new(RequestSide.Asker, RequestState.Accepted),
    };

    public static IReadOnlyList<RequestState> Open { get; } = [RequestState.Asked, RequestState.Accepted];

    public static Step? Find(RequestState state, RequestVerb verb) => Steps.GetValueOrDefault((state, verb));
}
