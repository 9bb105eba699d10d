using EgovSites.Admin.Editing;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Media;

[RequestSizeLimit(LargestPost)]
public sealed class LibraryModel(SiteDbContext db, MediaStore store, PictureCopies copies, AuditLog audit) : DeskPage
{
    public const string Documents = "files";

    /// <summary>Stands for "lacks a description in some language".</summary>
    public const string Undescribed = "none";

    private const long LargestPost = 64 * 1024 * 1024;
    private const int PageSize = 48;

    public IReadOnlyList<MediaFile> Files { get; private set; } = [];

    /// <summary>The file whose descriptions are being written.</summary>
    public MediaFile? Chosen { get; private set; }

    public Layouts.Pages Pages { get; private set; } = null!;

    public List<Reason> Problems { get; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Alt { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public bool MakesCopies => copies.IsAvailable;

    public async Task<IActionResult> OnGetAsync(string? file, [FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        await LoadAsync(file, number, cancellation);
        return file is not null && Chosen is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        MediaFile? last = null;
        foreach (var upload in Request.Form.Files.Where(one => one.Length > 0))
        {
            last = await TakeAsync(upload, cancellation) ?? last;
        }

        await db.SaveChangesAsync(cancellation);
        if (Problems.Count > 0 || last is null)
        {
            return await RefuseAsync(null, cancellation);
        }

        return Redirect(Desk($"/media?file={last.Id}&done=uploaded{(last.IsPicture ? "" : $"&kind={Documents}")}"));
    }

    public async Task<IActionResult> OnPostDescribeAsync(string file, CancellationToken cancellation)
    {
        if (await db.Set<MediaFile>().SingleOrDefaultAsync(one => one.Id == file, cancellation) is not { } media)
        {
            return NotFound();
        }

        foreach (var culture in Cultures.All)
        {
            var (text, problem) = PlainText.Read(Request.Form[$"alt.{culture}"].ToString(), MediaPosts.MaxAlt);
            Problems.AddRange(problem is null ? [] : [problem.At("alt", culture)]);
            media.Alt = media.Alt.With(culture, text);
        }

        if (Problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return await RefuseAsync(media, cancellation);
        }

        audit.Add(db, Actor, "describe", media.FileName);
        await db.SaveChangesAsync(cancellation);
        return Redirect(Desk($"/media?file={media.Id}&done=saved{(media.IsPicture ? "" : $"&kind={Documents}")}"));
    }

    private async Task<MediaFile?> TakeAsync(IFormFile upload, CancellationToken cancellation)
    {
        await using var content = upload.OpenReadStream();
        var (file, problem) = await store.AddAsync(db, Tenant, content, upload.FileName, Trilingual.Empty, Actor.Name, cancellation: cancellation);
        if (file is null)
        {
            Problems.Add(problem!);
            return null;
        }

        audit.Add(db, Actor, "upload", file.FileName);
        return file;
    }

    // The typed descriptions stand in the form again, wrong or not.
    private async Task<IActionResult> RefuseAsync(MediaFile? typed, CancellationToken cancellation)
    {
        await LoadAsync(typed?.Id, 1, cancellation);
        Chosen = typed;
        Problems.AddRange(Problems.Count == 0 ? [new Reason("media.nothing")] : []);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(string? file, int number, CancellationToken cancellation)
    {
        var rows = db.Set<MediaFile>().AsNoTracking().Where(one => Kind == Documents ? one.Width == 0 : one.Width > 0);
        if (Alt == Undescribed)
        {
            rows = rows.Where(one => one.Alt.Tg == "" || one.Alt.Ru == "" || one.Alt.En == "");
        }

        Pages = Layouts.Pages.Of(number, await rows.CountAsync(cancellation), PageSize);
        Files = await rows.OrderByDescending(one => one.UploadedAt).ThenBy(one => one.Id).Skip(Pages.Skip).Take(PageSize).ToListAsync(cancellation);
        Chosen = file is null ? null : Files.FirstOrDefault(one => one.Id == file)
            ?? await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == file, cancellation);
    }
}
