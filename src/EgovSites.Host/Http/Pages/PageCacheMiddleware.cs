using EgovSites.Platform.Theming.Serving;
using Microsoft.Net.Http.Headers;

namespace EgovSites.Host.Http.Pages;

/// <summary>
/// Answers from the kept pages before anything else is asked; ADR 0006 says why not the framework's output cache.
/// </summary>
public sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!PublicPage.IsCacheable(context.Request))
        {
            return next(context);
        }

        var key = PublicPage.KeyOf(context.Request);
        return cache.Find(key) is { } page ? SendAsync(context, page) : WriteAsync(context, key);
    }

    private async Task WriteAsync(HttpContext context, PageCache.Key key)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!await IsMineAsync(context, key, done))
        {
            await (cache.Find(key) is { } page ? SendAsync(context, page) : next(context));
            return;
        }

        PageTurn.Take(context, () => cache.Finish(key, done));
        try
        {
            await next(context);
        }
        finally
        {
            cache.Finish(key, done);
        }
    }

    private async ValueTask<bool> IsMineAsync(HttpContext context, PageCache.Key key, TaskCompletionSource done)
    {
        try
        {
            return await cache.IsMineAsync(key, done, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // Its visitor has gone: what follows ends at the first write.
            return false;
        }
    }

    private static Task SendAsync(HttpContext context, PageCache.Page page)
    {
        var response = context.Response;
        foreach (var (name, value) in page.Headers)
        {
            response.Headers[name] = value;
        }

        if (PublicPage.IsConfirmed(context.Request, page.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Remove(HeaderNames.ContentEncoding);
            response.Headers.ContentLength = null;
            return Task.CompletedTask;
        }

        response.ContentLength = page.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask
            : response.Body.WriteAsync(page.Body, context.RequestAborted).AsTask();
    }
}
