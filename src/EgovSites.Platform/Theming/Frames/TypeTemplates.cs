using System.Collections.Concurrent;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Theming.Views;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace EgovSites.Platform.Theming.Frames;

/// <summary>
/// Finds the theme's template for a content type, else the one that shows any type from its declaration.
/// </summary>
public sealed class TypeTemplates(ICompositeViewEngine views)
{
    private readonly ConcurrentDictionary<(string Type, string Kind), string> _known = new();

    /// <summary>
    /// The path of the partial <c>Types/{Type}/{kind}</c> or <c>Types/_{kind}</c>; its model is an
    /// <see cref="ItemView"/>, for <c>List</c> a list of them.
    /// </summary>
    public string Find(ContentType type, string kind) => _known.GetOrAdd((type.Name, kind), Look);

    private string Look((string Type, string Kind) key)
    {
        var own = $"/Types/{key.Type}/{key.Kind}.cshtml";
        return views.GetView(null, own, isMainPage: false).Success ? own : $"/Types/_{key.Kind}.cshtml";
    }
}
