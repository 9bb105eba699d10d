using System.Globalization;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;
using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EgovSites.Features.Feedback;

// Asked by POST, so that neither number nor code stands in an address, a history or a log.
[SameOrigin, IgnoreAntiforgeryToken]
public sealed class StatusModel(
    SiteDbContext db, CurrentTenant current, VisitLimits limits, Words words,
    IOptions<FeedbackOptions> options, TimeProvider time) : SitePage
{
    private const string NoCode = "----------";

    public Tenant Tenant => current.Tenant;

    public string Number { get; private set; } = "";

    public Reason? Trouble { get; private set; }

    public Appeal? Appeal { get; private set; }

    public IReadOnlyList<TimelineStep> Steps { get; private set; } = [];

    public int DaysLeft => Appeal!.DaysLeft(Dates.Today(time));

    public string? Topic => Standard.Taxonomies[AppealCheck.Topics].Find(Appeal!.Topic)?.Label[Culture];

    // "Н*** С***": enough for the applicant to know it, nothing for who looks over the shoulder.
    public string MaskedName => string.Join(' ', Appeal!.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => $"{StringInfo.GetNextTextElement(part)}***"));

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-store";
        AtSamePath("/feedback/status");
        (Head.Title, Head.Description) =
            (words.In(Culture, "feedback.status"), words.In(Culture, "feedback.statusDescription"));
        Head.Crumbs = [new Crumb(words.In(Culture, "feedback.section"), "/feedback"),
            new Crumb(words.In(Culture, "feedback.tracking"))];
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? number, [FromForm] string? code)
    {
        Number = number ?? "";
        var wanted = Clean(Number);
        if (Tries.Enter() is { } wait)
        {
            return TooMany(wait);
        }

        var found = await db.Set<Appeal>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Number == wanted, HttpContext.RequestAborted);
        var isRight = CheckCode.Fits(found?.CheckCode ?? NoCode, code ?? "") && found is not null;
        if ((!isRight || CheckCode.IsShort(found!.CheckCode)) && EnterAppeal(wanted) is { } closed)
        {
            return TooMany(closed);
        }

        if (!isRight)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, new Reason("feedback.notFound"));
        }

        Tries.GiveBack();
        limits.GiveBack(OfAppeal(wanted));
        await ShowAsync(found!);
        return Page();
    }

    // Strangers' tries keep nobody from his own appeal, unless its code is one of the old ones, six digits that can be
    // guessed.
    private TimeSpan? EnterAppeal(string number) =>
        limits.Enter(OfAppeal(number), options.Value.WrongCodesPerAppeal, options.Value.Window);

    private string OfAppeal(string number) => $"code/{Tenant.Id}/{number}";

    private NetworkTries Tries =>
        new(limits, "code", HttpContext.Connection.RemoteIpAddress, options.Value.WrongCodesPerWindow,
            options.Value.Window);

    private async Task ShowAsync(Appeal appeal)
    {
        var events = await db.Set<AppealEvent>().AsNoTracking()
            .Where(row => row.AppealId == appeal.Id && row.IsPublic).ToListAsync(HttpContext.RequestAborted);
        (Appeal, Steps, Number) = (appeal, TimelineStep.Of(appeal, events, words, Culture), "");
        Head.Title = words.In(Culture, "feedback.appealNumber", appeal.Number);
    }

    private PageResult TooMany(TimeSpan wait)
    {
        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Refused(StatusCodes.Status429TooManyRequests,
            new Reason("feedback.tooManyCodes", (int)Math.Ceiling(wait.TotalMinutes)));
    }

    private PageResult Refused(int status, Reason trouble)
    {
        (Response.StatusCode, Trouble) = (status, trouble);
        Head.Title = words.In(Culture, "feedback.errorTitle", Head.Title);
        return Page();
    }

    // People copy numbers with spaces, small letters and other dashes.
    private static string Clean(string number) => string.Concat(number
        .Select(letter => letter is >= '\u2010' and <= '\u2015' ? '-' : char.ToUpperInvariant(letter))
        .Where(letter => letter == '-' || char.IsLetterOrDigit(letter)).Take(120));
}
