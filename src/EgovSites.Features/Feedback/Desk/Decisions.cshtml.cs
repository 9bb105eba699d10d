using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Desk.Reading;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Features.Feedback.Desk;

public sealed class DecisionsModel(
    SiteDbContext db, TimeProvider time, RegisterAppeal register, TakeAppeal take, AnswerAppeal answer,
    DeclineAppeal decline)
    : AppealPage(db, time)
{
    public IActionResult OnGet(string id) => Redirect(Desk($"/appeals/{id}"));

    public async Task<IActionResult> OnPostRegisterAsync(string id) =>
        await DoneAsync(id, await register.RunAsync(Actor, id, HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostTakeAsync(string id) =>
        await DoneAsync(id, await take.RunAsync(Actor, id, HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostAnswerAsync(string id) =>
        await DoneAsync(id, await answer.RunAsync(Actor, id, Answer ?? "", HttpContext.RequestAborted));

    public async Task<IActionResult> OnPostDeclineAsync(string id) =>
        await DoneAsync(id, await decline.RunAsync(Actor, id, Reason ?? "", HttpContext.RequestAborted));
}
