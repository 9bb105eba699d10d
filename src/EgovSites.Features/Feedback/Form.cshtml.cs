using System.Globalization;
using EgovSites.Features.Feedback.Appeals;
using EgovSites.Features.Feedback.Attachments;
using EgovSites.Features.Feedback.Sending;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.Serving;
using EgovSites.Platform.Theming.Views;
using EgovSites.Platform.Visits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EgovSites.Features.Feedback;

[SameOrigin, IgnoreAntiforgeryToken]
[RequestSizeLimit(FeedbackOptions.MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = FeedbackOptions.MaxRequestBytes, ValueLengthLimit = 1 << 20)]
public sealed class FormModel(
    SendAppeal send, Admission admission, AttachmentQuota quota, VisitLimits limits, CurrentTenant current,
    SiteFrames frames,
    Words words, IOptions<FeedbackOptions> options, ILogger<FormModel> log) : SitePage
{
    // What the runtime gives an error that no system call made.
    private const int CutOff = unchecked((int)0x80131620);

    public IReadOnlyList<string> Kinds => Standard.Appeals.Kinds;

    public int TermDays => Standard.Appeals.TermDays;

    public Tenant Tenant => current.Tenant;

    public IEnumerable<Term> Topics => Standard.Taxonomies[AppealCheck.Topics].Terms;

    public AppealInput Typed { get; private set; } = new();

    // What is wrong with single fields, in their order in the form.
    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    // Why the form as a whole was not sent.
    public Reason? Trouble { get; private set; }

    public bool HadFiles { get; private set; }

    // Nothing is wrong with them, but no browser sends a file twice by itself.
    public IReadOnlyList<string> GoodFiles { get; private set; } = [];

    public IEnumerable<string> FileProblems =>
        Problems.Where(problem => problem.Field == "files")
            .Select(problem => words.In(Culture, problem.Key, problem.Arguments));

    // The stored appeal: the page is its receipt then.
    public Appeal? Sent { get; private set; }

    public ItemView? Contacts { get; private set; }

    private NetworkTries Sends =>
        new(limits, "send", HttpContext.Connection.RemoteIpAddress, options.Value.SendsPerWindow, options.Value.Window);

    public string? ProblemAt(string field) =>
        Problems.FirstOrDefault(problem => problem.Field == field) is { } found
            ? words.In(Culture, found.Key, found.Arguments) : null;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A cached form would give its key to many people, and a cached receipt their codes.
        Response.Headers.CacheControl = "no-store";
        AtSamePath("/feedback");
        (Head.Title, Head.Description) =
            (words.In(Culture, "feedback.title"), words.In(Culture, "feedback.description"));
        Head.Crumbs = [new Crumb(words.In(Culture, "feedback.section"))];
        Contacts = (await frames.GetAsync(Tenant, Culture, HttpContext.RequestAborted)).Contacts;
        await next();
    }

    // Without parameters, so that nothing reads the form before this method does.
    public async Task<IActionResult> OnPostAsync()
    {
        if (admission.Enter(HttpContext) is { } wait)
        {
            return Unread(StatusCodes.Status429TooManyRequests, wait, Admission.TooMany(wait));
        }

        using var place = admission.Take(HttpContext);
        if (place is null)
        {
            return Unread(
                StatusCodes.Status503ServiceUnavailable, TimeSpan.FromSeconds(30), new Reason("feedback.busy"));
        }

        if (!Request.HasFormContentType)
        {
            return NotSent(StatusCodes.Status415UnsupportedMediaType,
                new Reason("feedback.unreadable", FeedbackOptions.MaxTotalBytes >> 20));
        }

        try
        {
            return await ReadAsync(await Request.ReadFormAsync(HttpContext.RequestAborted));
        }
        catch (Exception error) when (IsOfSender(error))
        {
            return NotSent((error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest,
                new Reason("feedback.unreadable", FeedbackOptions.MaxTotalBytes >> 20));
        }
        catch (IOException error)
        {
            // The disk that holds uploads in transit is full.
            return Fault(error);
        }
    }

    // A body that breaks off, a line that is cut, a charset nobody reads: the store has nothing to do with it.
    private static bool IsOfSender(Exception error) => error
        is BadHttpRequestException or InvalidDataException or ConnectionResetException or NotSupportedException
            or IOException { HResult: CutOff };

    // The body is left unread, so that the connection cannot carry another request.
    private PageResult Unread(int status, TimeSpan wait, Reason trouble)
    {
        if (HttpProtocol.IsHttp11(Request.Protocol))
        {
            Response.Headers.Connection = "close";
        }

        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return NotSent(status, trouble);
    }

    private async Task<IActionResult> ReadAsync(IFormCollection form)
    {
        Typed = AppealInput.From(form);
        HadFiles = form.Files.Count > 0;
        var (content, problems) = AppealCheck.Read(Typed, Standard);
        var (attachments, refused) = await AttachmentCheck.ReadAsync(form.Files, HttpContext.RequestAborted);
        GoodFiles = [.. attachments.Select(file => file.Name)];
        Problems = [.. problems.Concat(refused.Select(one => one.At("files")))
            .OrderBy(problem => AppealInput.Fields.IndexOf(problem.Field!))];
        if (Problems.Count > 0)
        {
            return NotSent(StatusCodes.Status422UnprocessableEntity);
        }

        // Some browsers fill the trap in for people: they must not be told "received", they only press the button
        // again.
        return Typed.IsTrapped
            ? NotSent(StatusCodes.Status422UnprocessableEntity, new Reason("feedback.trapped"))
            : await SendAsync(new Submission(Typed.Key, Culture, content, attachments));
    }

    private async Task<IActionResult> SendAsync(Submission submission)
    {
        try
        {
            if (await send.EarlierAsync(submission.Key) is { } earlier)
            {
                return Answered(earlier, submission);
            }

            if (!await quota.HasRoomAsync(Tenant, submission.Attachments))
            {
                return NoRoom();
            }

            return Sends.Enter() is { } wait
                ? TooMany(wait)
                : Answered(await StoreAsync(submission), submission);
        }
        catch (Exception error) when (StorageFault.Is(error))
        {
            return Fault(error);
        }
    }

    private async Task<Appeal> StoreAsync(Submission submission)
    {
        try
        {
            return await send.RunAsync(submission);
        }
        catch
        {
            Sends.GiveBack();
            throw;
        }
    }

    private PageResult Answered(Appeal appeal, Submission submission)
    {
        if (appeal.SubmissionHash != submission.Hash)
        {
            // Changed after it had been sent, by way of the Back button: neither thrown away nor sent twice unasked.
            Typed = Typed with { Key = Ids.New() };
            return NotSent(StatusCodes.Status409Conflict, new Reason("feedback.sentBefore", appeal.Number));
        }

        Sent = appeal;
        Head.Title = words.In(Culture, "feedback.sent");
        Head.Crumbs = [new Crumb(words.In(Culture, "feedback.section"), "/feedback"),
            new Crumb(words.In(Culture, "feedback.receipt"))];
        return Page();
    }

    private PageResult NoRoom()
    {
        (Problems, GoodFiles) = ([new Reason("feedback.files.noRoom").At("files")], []);
        return NotSent(StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult TooMany(TimeSpan wait)
    {
        Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return NotSent(
            StatusCodes.Status429TooManyRequests, new Reason("feedback.tooMany", (int)Math.Ceiling(wait.TotalMinutes)));
    }

    private PageResult Fault(Exception error)
    {
        log.LogError(error, "An appeal to {Tenant} could not be stored; the visitor was told so", Tenant.Slug);
        Response.Headers.RetryAfter = "30";
        return NotSent(StatusCodes.Status503ServiceUnavailable, new Reason("feedback.fault"));
    }

    private PageResult NotSent(int status, Reason? trouble = null)
    {
        (Response.StatusCode, Trouble) = (status, trouble);
        Head.Title = words.In(Culture, "feedback.errorTitle", Head.Title);
        return Page();
    }
}
