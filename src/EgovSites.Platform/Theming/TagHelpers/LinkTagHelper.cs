using EgovSites.Platform.Theming.Frames;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EgovSites.Platform.Theming.TagHelpers;

/// <summary>
/// <c>&lt;a to="/news"&gt;</c>: a page of this site in the culture and version of the page it stands on.
/// </summary>
[HtmlTargetElement("a", Attributes = "to")]
[HtmlTargetElement("form", Attributes = "to")]
public sealed class LinkTagHelper(SiteLinks links) : TagHelper
{
    public string To { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(output.TagName == "form" ? "action" : "href", links.To(To));
}
