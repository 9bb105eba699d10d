using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Library;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media;
using EgovSites.Platform.Media.Uploads;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Media;

[RequestSizeLimit(LargestPost)]
public sealed class LibraryModel(
    SiteDbContext db, MediaStore store, CentralLibrary central, BinMedia bin, AuditLog audit) : DeskPage
{
    public const string Documents = "files";
    public const string Central = "central";
    public const string Binned = "bin";

    /// <summary>Stands for "lacks a description in some language".</summary>
    public const string Undescribed = "none";

    private const long LargestPost = 64 * 1024 * 1024;
    private const int PageSize = 48;

    public sealed record FolderLine(string Path, int Count);

    public IReadOnlyList<MediaFile> Files { get; private set; } = [];

    public IReadOnlyList<FolderLine> Folders { get; private set; } = [];

    public Layouts.Pages Pages { get; private set; } = null!;

    public List<Reason> Problems { get; } = [];

    /// <summary>The files of the same post that were taken all the same.</summary>
    public IReadOnlyList<string> Kept { get; private set; } = [];

    /// <summary>Pictures unless it is one of the names above.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Alt { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Folder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The file that was just laid into the bin, for taking it out again.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Undo { get; set; }

    public Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation) =>
        LoadAsync(number, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (folder, problem) = FolderPath.Read(Folder ?? "");
        Problems.AddRange(problem is null ? [] : [problem]);
        var taken = problem is null ? await TakeAsync(folder, cancellation) : [];
        Problems.AddRange(Problems.Count + taken.Count == 0 ? [new Reason("media.nothing")] : []);
        if (Problems.Count > 0)
        {
            await LoadAsync(1, cancellation);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Redirect(taken is [var only]
            ? Desk($"/media/{only.Id}?done=uploaded")
            : Desk($"/media?done=uploaded&folder={Uri.EscapeDataString(folder)}{(taken.Any(file => file.IsPicture) ? "" : $"&kind={Documents}")}"));
    }

    public async Task<IActionResult> OnPostTakeAsync(string file, CancellationToken cancellation) =>
        await central.TakeAsync(Actor, Tenant, file, cancellation) is { } own
            ? Redirect(Desk($"/media/{own.Id}?done=taken")) : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(string file, CancellationToken cancellation) =>
        (await bin.RestoreAsync(Actor, file, cancellation)).IsDone ? Redirect(Desk($"/media/{file}?done=restored"))
            : NotFound();

    private async Task<List<MediaFile>> TakeAsync(string folder, CancellationToken cancellation)
    {
        var taken = new List<MediaFile>();
        foreach (var upload in Request.Form.Files.Where(one => one.FileName.Length > 0))
        {
            await using var content = upload.OpenReadStream();
            var (file, problem) = await store.AddAsync(
                db, Tenant, content, upload.FileName, Trilingual.Empty, Actor.Name, cancellation: cancellation);
            if (file is null)
            {
                Problems.Add(problem!);
                continue;
            }

            file.Folder = folder;
            audit.Add(db, Actor, "upload", file.FileName);
            taken.Add(file);
        }

        await db.SaveChangesAsync(cancellation);
        Kept = [.. taken.Select(file => file.FileName)];
        return taken;
    }

    private async Task LoadAsync(int number, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(Query))
        {
            await MediaSearch.CatchUpAsync(db, cancellation);
        }

        var search = new MediaSearch(Query ?? "", Kind is Central or Binned ? null
            : Kind != Documents, string.IsNullOrEmpty(Folder) ? null : Folder, Alt == Undescribed, Kind == Binned);
        if (Kind == Central)
        {
            var skip = (Math.Clamp(number, 1, 1000) - 1) * PageSize;
            var (files, total) = await central.FindAsync(search with { Folder = null }, skip, PageSize, cancellation);
            (Files, Pages) = (files, Layouts.Pages.Of(number, total, PageSize));
            return;
        }

        var rows = search.In(db.Set<MediaFile>().AsNoTracking());
        Pages = Layouts.Pages.Of(number, await rows.CountAsync(cancellation), PageSize);
        Files = await MediaSearch.Newest(rows).Skip(Pages.Skip).Take(PageSize).ToListAsync(cancellation);
        Folders = await FoldersAsync(search with { Folder = null, Words = "", OnlyUndescribed = false }, cancellation);
    }

    private async Task<List<FolderLine>> FoldersAsync(MediaSearch search, CancellationToken cancellation)
    {
        var counts = await search.In(db.Set<MediaFile>().AsNoTracking()).Where(file => file.Folder != "")
            .GroupBy(file => file.Folder).Select(same => new { same.Key, Count = same.Count() })
            .ToListAsync(cancellation);
        return [.. counts.OrderBy(line => Platform.Tajik.Spelling.Alphabet.SortKey(line.Key), StringComparer.Ordinal)
            .Select(line => new FolderLine(line.Key, line.Count))];
    }
}
