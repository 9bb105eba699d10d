using System.Globalization;
using EgovSites.Platform.Theming.Serving;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EgovSites.Platform.Theming.TagHelpers;

/// <summary>
/// <c>&lt;icon name="clock" size="16" /&gt;</c>: an inline drawing, always beside words and hidden from screen readers.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(ThemeAssets assets) : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Pixels.</summary>
    public int Size { get; set; } = 24;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var size = Size.ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "i");
        output.Attributes.SetAttribute("width", size);
        output.Attributes.SetAttribute("height", size);
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<path d=\"{assets.Icon(Name)}\"/>");
    }
}
