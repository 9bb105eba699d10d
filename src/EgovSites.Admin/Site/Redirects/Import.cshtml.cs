using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Media.Kinds;
using EgovSites.Platform.Redirects;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EgovSites.Admin.Site.Redirects;

/// <summary>
/// Takes a file of redirects: first what would become of each line, then the lines that nothing speaks against.
/// </summary>
[RequestSizeLimit(LargestPost)]
public sealed class ImportModel(ChangeRedirects change) : DeskPage
{
    private const int LargestPost = 4 * 1024 * 1024;

    public string Lines { get; private set; } = "";

    public IReadOnlyList<RedirectLine>? Preview { get; private set; }

    public Reason? Problem { get; private set; }

    /// <summary>The writing of the file as it was guessed; null for one that needs no guess.</summary>
    public string? Guessed { get; private set; }

    public async Task<IActionResult> OnPostAsync(
        string? lines, IFormFile? file, string? verb, CancellationToken cancellation)
    {
        Lines = lines ?? "";
        if (file is { Length: > 0 } && !TryRead(file))
        {
            return Refused(new Reason("redirects.noText"));
        }

        var (read, problem) = RedirectFile.Read(Lines);
        if (problem is not null)
        {
            return Refused(problem);
        }

        if (verb == "take")
        {
            var (outcome, count) = await change.ImportAsync(Actor, read, cancellation);
            return outcome.IsDone ? Redirect(Desk($"/redirects?added={count}")) : Forbid();
        }

        Preview = await change.PreviewAsync(read, cancellation);
        return Page();
    }

    private PageResult Refused(Reason problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // Spreadsheets here still save in windows-1251.
    private bool TryRead(IFormFile file)
    {
        using var content = file.OpenReadStream();
        if (TextEncodings.Read(content) is not { } read)
        {
            return false;
        }

        (Lines, Guessed) = (read.Text, read.Encoding.IsSingleByte ? read.Encoding.WebName : null);
        return true;
    }
}
