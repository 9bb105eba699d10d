using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace EgovSites.Host.Http;

/// <summary>Turns exceptions into honest answers: a store that is busy or full is "try again", everything else a fault of ours.</summary>
internal static class Faults
{
    public static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ => IsStoreFault(error) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
    };

    public static void Handle(IApplicationBuilder app) => app.Run(context =>
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.StatusCode = error is null ? StatusCodes.Status500InternalServerError : StatusOf(error);
        context.Response.Headers.CacheControl = "no-store";
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "30";
        }

        return Task.CompletedTask;
    });

    private static bool IsStoreFault(Exception error) =>
        error is DbException or IOException or TimeoutException || (error.InnerException is { } inner && IsStoreFault(inner));
}
