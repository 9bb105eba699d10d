using System.Globalization;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EgovSites.Platform.Theming.TagHelpers;

/// <summary>
/// <c>&lt;html modes&gt;</c>: the page's language, the tenant's accent and the version for the visually impaired.
/// </summary>
/// <remarks>
/// Razor writes an empty <c>data-</c> attribute for null, and the stylesheet asks for presence alone.
/// </remarks>
[HtmlTargetElement("html", Attributes = "modes")]
public sealed class ModesTagHelper(SiteLinks links, CurrentTenant current) : TagHelper
{
    private const string DefaultAccent = "zumurrad";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("modes");
        output.Attributes.SetAttribute("lang", links.Culture);
        if (current.IsKnown && current.Tenant.Accent is { Length: > 0 } accent and not DefaultAccent)
        {
            output.Attributes.SetAttribute("data-accent", accent);
        }

        if (links.Vision is { } vision)
        {
            output.Attributes.SetAttribute("data-vision", vision.Scheme);
            output.Attributes.SetAttribute("data-size", vision.Size.ToString(CultureInfo.InvariantCulture));
        }
    }
}
