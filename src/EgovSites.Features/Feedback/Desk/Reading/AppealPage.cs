using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Desk.Reading;

// What the pages about one appeal have in common: they show the same view, so that a refusal keeps what was typed.
public abstract class AppealPage(SiteDbContext db, TimeProvider time) : DeskPage
{
    public Appeal Appeal { get; private set; } = null!;

    public IReadOnlyList<AppealEvent> Events { get; private set; } = [];

    public IReadOnlyList<AppealFile> Files { get; private set; } = [];

    public IReadOnlyList<Reason> Refusals { get; private set; } = [];

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public int DaysLeft => Appeal.DaysLeft(Dates.Today(time));

    public string? Topic => Standard.Taxonomies[AppealCheck.Topics].Find(Appeal.Topic)?.Label[Culture];

    public IEnumerable<AppealEvent> Notes => Events.Where(step => step.Note.Length > 0);

    public bool May(AppealVerb verb) => Actor.AnswersAppeals && AppealWorkflow.IsOpen(Appeal.State, verb);

    public string Address(string below = "") => Desk($"/appeals/{Appeal.Id}{below}");

    public override Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Without a handler the page would be drawn without an appeal; what is no id must not reach the database.
        if (context.HandlerMethod is null || !Ids.IsId(RouteData.Values["id"] as string))
        {
            context.Result = NotFound();
            return Task.CompletedTask;
        }

        return base.OnPageHandlerExecutionAsync(context, next);
    }

    protected async Task<IActionResult> ShowAsync(string id)
    {
        // A refused change is still in the tracker; the page shows what is stored.
        db.ChangeTracker.Clear();
        if (await db.Set<Appeal>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id, HttpContext.RequestAborted) is not { } appeal)
        {
            return NotFound();
        }

        await Service<AppealReading>()
            .NoteAsync(Actor, AppealReading.Appeal, appeal.Number, HttpContext.RequestAborted);
        Appeal = appeal;
        Events = await db.Set<AppealEvent>().AsNoTracking()
            .Where(row => row.AppealId == id).OrderBy(row => row.At).ToListAsync(HttpContext.RequestAborted);
        Files = await db.Set<AppealFile>().AsNoTracking()
            .Where(row => row.AppealId == id).OrderBy(row => row.Name).ToListAsync(HttpContext.RequestAborted);
        return Page();
    }

    protected async Task<IActionResult> DoneAsync(string id, Outcome outcome)
    {
        if (outcome.IsDone)
        {
            return Redirect(Desk($"/appeals/{id}"));
        }

        (Refusals, Response.StatusCode) = (outcome.Reasons, 422);
        return await ShowAsync(id);
    }
}
