using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Tests.Features.Feedback;

internal static class Verbs
{
    public static Actor Officer { get; } = new("zebo", "Каримова Зебо", Role.Officer);

    public static Task<Outcome> AnswerAsync(AsyncServiceScope scope, string id, string text, Actor? actor = null) =>
        scope.ServiceProvider.GetRequiredService<AnswerAppeal>().RunAsync(actor ?? Officer, id, text);

    public static Task<Outcome> NoteAsync(AsyncServiceScope scope, string id, string text, Actor? actor = null) =>
        scope.ServiceProvider.GetRequiredService<AddNote>().RunAsync(actor ?? Officer, id, text);

    public static Task<Outcome> RunAsync(AsyncServiceScope scope, AppealVerb verb, string id, Actor actor) =>
        verb switch
        {
            AppealVerb.Register => scope.ServiceProvider.GetRequiredService<RegisterAppeal>().RunAsync(actor, id),
            AppealVerb.Take => scope.ServiceProvider.GetRequiredService<TakeAppeal>().RunAsync(actor, id),
            AppealVerb.Answer => AnswerAsync(scope, id, "Ҷавоб", actor),
            AppealVerb.Decline => scope.ServiceProvider.GetRequiredService<DeclineAppeal>().RunAsync(actor, id, "Сабаб"),
            _ => NoteAsync(scope, id, "Қайд", actor),
        };
}
