using System.Text.Json;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Media.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Media;

/// <summary>
/// Takes a file in pieces from a script. POST here begins; GET of an upload says where to go on; POST to it with
/// <c>?offset=</c> adds a piece, with <c>?handler=Finish</c> makes the library file. A refusal is a sentence.
/// </summary>
[RequestSizeLimit(MediaUploads.MaxPiece + 1024)]
public sealed class UploadsModel(MediaUploads uploads, Words words) : DeskPage
{
    public sealed record Beginning(string? Name, long Size, string? Folder);

    public sealed record State(string Id, long Offset, long Size, int Piece);

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken cancellation) =>
        await uploads.FindAsync(Actor, id ?? "", cancellation) is { } upload ? Say(upload) : NotFound();

    public async Task<IActionResult> OnPostAsync(string? id, long offset, CancellationToken cancellation)
    {
        if (id is null)
        {
            return await BeginAsync(cancellation);
        }

        if (await uploads.FindAsync(Actor, id, cancellation) is not { } upload)
        {
            return NotFound();
        }

        return await uploads.AppendAsync(upload, offset, Request.Body, cancellation) ? Say(upload)
            : Say(upload, StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostFinishAsync(string? id, CancellationToken cancellation)
    {
        if (await uploads.FindAsync(Actor, id ?? "", cancellation) is not { } upload)
        {
            return NotFound();
        }

        var (file, problem) = await uploads.FinishAsync(Actor, upload, cancellation);
        return file is null ? Refuse(problem!) : new JsonResult(FoundFile.Of(Tenant, file, Culture));
    }

    private async Task<IActionResult> BeginAsync(CancellationToken cancellation)
    {
        if (await WishAsync(cancellation) is not { } wish)
        {
            return BadRequest();
        }

        var (upload, problem) =
            await uploads.BeginAsync(Actor, wish.Name ?? "", wish.Size, wish.Folder ?? "", cancellation);
        return upload is null ? Refuse(problem!) : Say(upload);
    }

    private async Task<Beginning?> WishAsync(CancellationToken cancellation)
    {
        try
        {
            return Request.HasJsonContentType() ? await Request.ReadFromJsonAsync<Beginning>(cancellation) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonResult Say(MediaUpload upload, int status = StatusCodes.Status200OK) =>
        new(new State(upload.Id, uploads.OffsetOf(upload), upload.Size, MediaUploads.MaxPiece)) { StatusCode = status };

    private JsonResult Refuse(Reason problem) =>
        new(new { problem = words[problem.Key, problem.Arguments].Value })
        {
            StatusCode =
            StatusCodes.Status422UnprocessableEntity
        };
}
