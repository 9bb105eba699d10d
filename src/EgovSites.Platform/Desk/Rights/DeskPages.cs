using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace EgovSites.Platform.Desk.Rights;

/// <summary>Finds every page below <c>/admin</c> with its verbs, as the framework will serve it.</summary>
public sealed class DeskPages(IActionDescriptorCollectionProvider actions, PageLoader loader)
{
    private const string Desk = "admin";

    /// <summary>A page; one that is not guarded asks nobody to sign in.</summary>
    public sealed record Found(string Page, bool IsGuarded, IReadOnlyList<string> Verbs);

    public async Task<IReadOnlyList<Found>> ListAsync()
    {
        var found = new List<Found>();
        foreach (var page in actions.ActionDescriptors.Items.OfType<PageActionDescriptor>().Where(IsOfDesk))
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            found.Add(
                new(PageOf(page), compiled.ModelTypeInfo?.IsSubclassOf(typeof(DeskPage)) == true, VerbsOf(compiled)));
        }

        return [.. found.OrderBy(page => page.Page, StringComparer.Ordinal)];
    }

    /// <summary>The page's address as the table of rights writes it.</summary>
    public static string PageOf(ActionDescriptor page) => "/" + page.AttributeRouteInfo?.Template?.TrimStart('/');

    /// <summary>The word of a handler in the table; a page without one is only drawn.</summary>
    public static string VerbOf(HandlerMethodDescriptor? handler, string method) => handler switch
    {
        null => HttpMethods.IsHead(method) ? HttpMethods.Get : method,
        { Name: null } => handler.HttpMethod.ToUpperInvariant(),
        _ => $"{handler.HttpMethod.ToUpperInvariant()} {handler.Name}",
    };

    // The framework draws a page that has no handler for GET as it stands, and takes PageModel's own filters for
    // handlers.
    private static IReadOnlyList<string> VerbsOf(CompiledPageActionDescriptor page) =>
        [.. page.HandlerMethods.Where(handler => handler.MethodInfo.GetBaseDefinition()
            .DeclaringType != typeof(PageModel)).Select(handler => VerbOf(handler, HttpMethods.Get))
            .Append(HttpMethods.Get).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsOfDesk(PageActionDescriptor page) =>
        page.AttributeRouteInfo?.Template?.TrimStart('/') is { } route
            && (route == Desk || route.StartsWith(Desk + "/", StringComparison.Ordinal));
}
