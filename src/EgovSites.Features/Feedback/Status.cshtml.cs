using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Content;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming;
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
    private const string NoCode = "------";

    public Tenant Tenant => current.Tenant;

    public string Number { get; private set; } = "";

    public Reason? Trouble { get; private set; }

    public Appeal? Appeal { get; private set; }

    public IReadOnlyList<TimelineStep> Steps { get; private set; } = [];

    public int DaysLeft => Appeal!.DaysLeft(Dates.Today(time));

    public string? Topic => Standard.Taxonomies[AppealCheck.Topics].Find(Appeal!.Topic)?.Label[Culture];

    // "Н*** С***": enough for the applicant to know it, nothing for who looks over the shoulder.
    public string MaskedName => string.Join(' ', Appeal!.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => $"{part[0]}***"));

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-store";
        AtSamePath("/feedback/status");
        (Head.Title, Head.Description) = (words.In(Culture, "feedback.status"), words.In(Culture, "feedback.statusDescription"));
        Head.Crumbs = [new Crumb(words.In(Culture, "feedback.section"), "/feedback"), new Crumb(words.In(Culture, "feedback.tracking"))];
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? number, [FromForm] string? code)
    {
        Number = number ?? "";
        var wanted = Clean(Number);
        string[] counters = [$"code/{Tenant.Id}/{VisitLimits.Network(HttpContext.Connection.RemoteIpAddress)}", $"code/{Tenant.Id}/{wanted}"];
        if ((limits.Enter(counters[0], options.Value.WrongCodesPerWindow, options.Value.Window) ?? limits.Enter(counters[1], options.Value.WrongCodesPerAppeal, options.Value.Window)) is { } wait)
        {
            return TooMany(wait);
        }

        var found = await db.Set<Appeal>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == wanted, HttpContext.RequestAborted);
        if (!IsCode(found?.CheckCode ?? NoCode, code ?? "") || found is null)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, new Reason("feedback.notFound"));
        }

        Array.ForEach(counters, limits.GiveBack);
        await ShowAsync(found);
        return Page();
    }

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
        return Refused(StatusCodes.Status429TooManyRequests, new Reason("feedback.tooManyCodes", (int)Math.Ceiling(wait.TotalMinutes)));
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

    private static bool IsCode(string code, string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsAsciiDigit).Take(7))));
}
