using Microsoft.Net.Http.Headers;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// Refuses a form in letters other than UTF-8, which no page of ours asks for; the framework would fail on some of
/// them.
/// </summary>
public sealed class FormCharsets(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType || IsRead(context.Request.ContentType))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }

    private static bool IsRead(string? type) => MediaTypeHeaderValue.TryParse(type, out var form)
        && (!form.Charset.HasValue || HeaderUtilities.RemoveQuotes(form.Charset).Value is { } name
            && (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)));
}
