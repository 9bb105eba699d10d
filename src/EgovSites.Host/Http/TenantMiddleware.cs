using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Serving;

namespace EgovSites.Host.Http;

/// <summary>
/// Finds the tenant of a request by host name or by <c>/site/{slug}</c>; an unknown host is nobody's.
/// </summary>
public sealed class TenantMiddleware(RequestDelegate next, TenantDirectory directory, Origins origins)
{
    private const string Nowhere = "/-";

    public async Task InvokeAsync(HttpContext context, CurrentTenant current)
    {
        if (directory.ByHost(context.Request.Host.Host) is not { } tenant)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var isPortalHost = tenant.IsPortal;
        tenant = isPortalHost ? BelowPortal(context.Request, tenant) : tenant;
        current.Set(tenant);
        if (IsDesk(context.Request.Path)
            && !(isPortalHost && origins.IsDesk(context.Request) && context.Request.PathBase == ""))
        {
            if (isPortalHost && context.Request.PathBase == "" && IsRead(context.Request))
            {
                LeadToDesk(context);
                return;
            }

            // The back office has one origin; anywhere else its addresses lead nowhere.
            context.Request.Path = Nowhere;
        }

        if (RedirectOf(context.Request) is { } address)
        {
            // Which language the bare address opens in may change; every other spelling is settled.
            context.Response.Redirect(address, permanent: !IsBare(context.Request)
                || Asked(context.Request) is not null);
            return;
        }

        await next(context);
    }

    // The prefix moves into PathBase, so that every link made from it stays under it.
    private Tenant BelowPortal(HttpRequest request, Tenant portal)
    {
        var path = request.Path.Value ?? "";
        var segments = path.Split('/', 5);
        if (segments is ["", "site", var slug, ..] && directory.BySlug(slug) is { } tenant)
        {
            // Not by the conversion from a string, which would take the path for an encoded one and decode it twice.
            request.PathBase = request.PathBase.Add(new PathString($"/site/{slug}"));
            request.Path = new PathString(path[$"/site/{slug}".Length..]);
            return tenant;
        }

        return segments is ["", "admin", "sites", var edited, ..] && directory.BySlug(edited) is { } site ? site
            : portal;
    }

    // portal.{domain}, capitals and a dot at the end lead to the portal's pages, but sign-in has one spelling.
    private void LeadToDesk(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"{origins.RightDeskOf(request)}{request.Path.ToUriComponent()}{request.QueryString}",
            permanent: true, preserveMethod: true);
    }

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsDesk(PathString path) =>
        path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);

    private string? RedirectOf(HttpRequest request)
    {
        if (!IsRead(request))
        {
            return null;
        }

        if (IsBare(request))
        {
            return Asked(request) is { } asked ? $"{request.PathBase.ToUriComponent()}/{asked}" : Root(request);
        }

        if (request.Path.StartsWithSegments("/tj", out var rest))
        {
            return $"{request.PathBase.ToUriComponent()}/{Cultures.Default}{rest.ToUriComponent()}{request.QueryString}";
        }

        if (LowerOf(request) is { } lower)
        {
            return lower;
        }

        // The addresses of today's egov.tj: …?lang=ru.
        return Asked(request) is { } culture && SiteRequest.InPath(request.Path) is { } present
            ? $"{request.PathBase.ToUriComponent()}/{culture}{new PathString(request.Path.Value![(present.Length + 1)..]).ToUriComponent()}{WithoutLang(request)}"
            : null;
    }

    // Addresses are copied from posters and letters: capitals lead to the one spelling. Preview codes are told apart by
    // case.
    private string? LowerOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var lower = path.ToLowerInvariant();
        if (path == lower)
        {
            return null;
        }

        var rest = request.PathBase == "" && lower.Split('/', 5) is ["", "site", var slug, ..]
            && directory.BySlug(slug) is not null
            ? lower[$"/site/{slug}".Length..] : lower;
        var isPage = SiteRequest.InPath(rest) is not null
            && !(rest.Length > 3 && rest[3..].StartsWith("/preview/", StringComparison.Ordinal));
        return isPage || rest is "" or "/"
            ? $"{request.PathBase.ToUriComponent()}{new PathString(lower).ToUriComponent()}{request.QueryString}"
            : null;
    }

    private static bool IsBare(HttpRequest request) => request.Path == "/" || request.Path == "";

    private static string Root(HttpRequest request) => $"{request.PathBase.ToUriComponent()}/{Cultures.Default}";

    private static string? Asked(HttpRequest request) =>
        request.Query.TryGetValue("lang", out var lang) ? Cultures.Parse(lang.ToString()) : null;

    private static QueryString WithoutLang(HttpRequest request) =>
        QueryString.Create(request.Query.Where(pair => pair.Key != "lang")
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
}
