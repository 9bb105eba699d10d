using EgovSites.Platform.Storage.Engines;
using Microsoft.AspNetCore.Diagnostics;

namespace EgovSites.Host.Http;

/// <summary>
/// Turns exceptions into honest answers: a store that is busy or full is "try again", everything else a fault of ours.
/// </summary>
internal static class Faults
{
    public static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // A part of a form that names a charset nobody reads, such as UTF-7.
        NotSupportedException { TargetSite.DeclaringType.Namespace: "System.Text" } => StatusCodes.Status400BadRequest,
        _ when StoreFaults.IsBadValue(error) => StatusCodes.Status400BadRequest,
        _ => StoreFaults.Is(error) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
    };

    // For when even the error page cannot be made: no layout, no store, all three languages.
    private const string Plain = """
        <!DOCTYPE html>
        <html lang="tg"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>503</title></head>
        <body><p>Сомона муваққатан кор намекунад. Пас аз чанд дақиқа боз кӯшиш кунед.</p>
        <p lang="ru">Сайт временно не работает. Попробуйте ещё раз через несколько минут.</p>
        <p lang="en">The site is temporarily unavailable. Please try again in a few minutes.</p></body></html>
        """;

    /// <summary>Sets the status; the error page is made from it further out.</summary>
    public static void Handle(IApplicationBuilder app) => app.Run(context =>
    {
        SetStatus(context);
        return Task.CompletedTask;
    });

    /// <summary>Answers when the error page itself failed.</summary>
    public static void LastResort(IApplicationBuilder app) => app.Run(context =>
    {
        SetStatus(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Plain);
    });

    /// <summary>Says that the same may do well in half a minute.</summary>
    public static Task SayLater(HttpContext context)
    {
        (context.Response.Headers.CacheControl, context.Response.Headers.RetryAfter) = ("no-store", "30");
        return Task.CompletedTask;
    }

    private static void SetStatus(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = error is null ? StatusCodes.Status500InternalServerError : StatusOf(error);
        context.Response.Headers.CacheControl = "no-store";
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            SayLater(context);
        }
    }
}
