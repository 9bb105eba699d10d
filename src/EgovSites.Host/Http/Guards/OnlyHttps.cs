using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.Extensions.Options;

namespace EgovSites.Host.Http.Guards;

/// <summary>
/// Where <c>Tenancy:RedirectToHttps</c> says so, leads whoever came by http to https; what was posted in clear is
/// refused.
/// </summary>
public sealed class OnlyHttps(RequestDelegate next, TenantDirectory directory, IOptions<TenancyOptions> tenancy)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!tenancy.Value.RedirectToHttps || request.IsHttps || directory.ByHost(request.Host.Host) is null)
        {
            return next(context);
        }

        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Response.Redirect(
                $"https://{AuthorityOf(request)}{request.Path.ToUriComponent()}{request.QueryString}", permanent: true,
                preserveMethod: true);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    private string AuthorityOf(HttpRequest request)
    {
        var (name, known) = (request.Host.Host.TrimEnd('.').ToLowerInvariant(), new Uri(tenancy.Value.PublicOrigin));
        return name == known.Host ? known.Authority : name;
    }
}
