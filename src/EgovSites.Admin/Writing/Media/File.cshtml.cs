using System.Globalization;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Library;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik.Cleaning;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Media;

/// <summary>One file of the library: what is said about it, its versions, where it is used.</summary>
[RequestSizeLimit(LargestPost)]
public sealed class FileModel(SiteDbContext db, MediaUses uses, DescribeMedia describe, ReplaceMedia replace,
    BinMedia bin, ShareMedia share, MediaFolder folders) : DeskPage
{
    private const long LargestPost = MediaStore.MaxDocument + (64 * 1024);
    private const int OpeningLength = 120;

    public MediaFile Media { get; private set; } = null!;

    /// <summary>What stands in the form: as saved, or as typed and refused.</summary>
    public MediaWords Form { get; private set; } = null!;

    public IReadOnlyList<MediaVersion> Versions { get; private set; } = [];

    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    public IReadOnlyList<string> Folders { get; private set; } = [];

    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    /// <summary>How a converted text begins, so that wrong letters are seen.</summary>
    public string Opening { get; private set; } = "";

    public bool MayShare => ShareMedia.Allows(Actor, Tenant);

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Reason? ProblemAt(string field, string? culture = null) =>
        Problems.FirstOrDefault(problem => problem.Field == field && problem.Culture == culture);

    public Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        Form = Typed(Request.Form);
        return AfterAsync(id, "saved", describe.RunAsync(Actor, id, Form, cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostReplaceAsync(string id, IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return await AfterAsync(
                id, "", Task.FromResult(Outcome.Refused(new Reason("media.nothing"))), cancellation);
        }

        await using var content = file.OpenReadStream();
        return await AfterAsync(
            id, "replaced", replace.RunAsync(Actor, id, content, file.FileName, cancellation), cancellation);
    }

    public Task<IActionResult> OnPostVersionAsync(string id, int number, CancellationToken cancellation) =>
        AfterAsync(id, "replaced", replace.RestoreAsync(Actor, id, number, cancellation), cancellation);

    public Task<IActionResult> OnPostShareAsync(string id, bool common, CancellationToken cancellation) =>
        AfterAsync(id, "saved", share.RunAsync(Actor, id, common, cancellation), cancellation);

    public async Task<IActionResult> OnPostBinAsync(string id, CancellationToken cancellation)
    {
        var outcome = await bin.RunAsync(Actor, id, cancellation);
        return outcome.IsDone ? Redirect(Desk($"/media?done=binned&undo={id}"))
            : await AfterAsync(id, "", Task.FromResult(outcome), cancellation);
    }

    public Task<IActionResult> OnPostRestoreAsync(string id, CancellationToken cancellation) =>
        AfterAsync(id, "restored", bin.RestoreAsync(Actor, id, cancellation), cancellation);

    private async Task<IActionResult> AfterAsync(
        string id, string done, Task<Outcome> verb, CancellationToken cancellation)
    {
        var outcome = await verb;
        if (outcome.IsDone)
        {
            return Redirect(Desk($"/media/{id}?done={done}"));
        }

        Problems = outcome.Reasons;
        db.ChangeTracker.Clear();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string id, CancellationToken cancellation)
    {
        if (!Ids.IsId(id)
            || await db.Set<MediaFile>().AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } file)
        {
            return NotFound();
        }

        (Media, Form) = (file, Form
            ?? new MediaWords(
                file.Alt, file.Caption, file.Decorative, file.Credit, file.Folder, file.FocusX, file.FocusY));
        Versions = await db.Set<MediaVersion>().AsNoTracking().Where(row => row.MediaId == id)
            .OrderByDescending(row => row.Number).ToListAsync(cancellation);
        Opening = file.ConvertedFrom.Length > 0 && await folders.OriginalAsync(file, cancellation) is { } path
            ? await OpeningOfAsync(path, cancellation) : "";
        Uses = await uses.OfAsync(id, cancellation);
        Folders = await db.Set<MediaFile>().Where(one => one.Folder != "" && one.BinnedAt == null)
            .Select(one => one.Folder).Distinct().OrderBy(path => path).ToListAsync(cancellation);
        return Page();
    }

    private static async Task<string> OpeningOfAsync(string path, CancellationToken cancellation)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[OpeningLength];
        var text = TextHygiene.OneLine(
            TextHygiene.Normalise(new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellation))));
        return TextHygiene.Cut(text, OpeningLength);
    }

    private static MediaWords Typed(IFormCollection form) => new(
        Words(form, "alt"), Words(form, "caption"), form["decorative"] == "true", form["credit"]
            .ToString(), form["folder"].ToString(),
        Percent(form["focusX"].ToString()), Percent(form["focusY"].ToString()));

    private static Trilingual Words(IFormCollection form, string name) =>
        new(form[$"{name}.tg"].ToString(), form[$"{name}.ru"].ToString(), form[$"{name}.en"].ToString());

    // A document's form has no focus; what is no number is refused with the range.
    private static int Percent(string typed) =>
        typed.Length == 0 ? 50
            : int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var percent) ? percent : -1;
}
