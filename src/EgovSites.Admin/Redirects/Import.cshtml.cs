using System.Text;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Redirects;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Redirects;

/// <summary>Takes a file of redirects: first what would become of each line, then the lines that nothing speaks against.</summary>
[RequestSizeLimit(LargestPost)]
public sealed class ImportModel(ChangeRedirects change) : DeskPage
{
    private const int LargestPost = 4 * 1024 * 1024;

    public string Lines { get; private set; } = "";

    public IReadOnlyList<RedirectLine>? Preview { get; private set; }

    public Reason? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? lines, IFormFile? file, string? verb, CancellationToken cancellation)
    {
        Lines = file is { Length: > 0 } ? await TextOfAsync(file, cancellation) : lines ?? "";
        var (read, problem) = RedirectFile.Read(Lines);
        if (problem is not null)
        {
            Problem = problem;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (verb == "take")
        {
            var (outcome, count) = await change.ImportAsync(Actor, read, cancellation);
            return outcome.IsDone ? Redirect(Desk($"/redirects?added={count}")) : Forbid();
        }

        Preview = await change.PreviewAsync(read, cancellation);
        return Page();
    }

    private static async Task<string> TextOfAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return Decoded(bytes.ToArray());
    }

    // Spreadsheets here still save in windows-1251, which is no UTF-8; a mark at the head names UTF-16.
    private static string Decoded(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes);
        }
    }
}
