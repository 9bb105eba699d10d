using System.Globalization;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EgovSites.Platform.Theming.TagHelpers;

/// <summary>
/// Gives every <c>&lt;input type="file"&gt;</c> the words that <c>files.js</c> makes a control of in the page's
/// language; without script the browser's own control stays.
/// </summary>
[HtmlTargetElement("input", Attributes = "[type='file']", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper(Words words) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isMany = output.Attributes.ContainsName("multiple");
        output.Attributes.SetAttribute("data-choose", words[isMany ? "files.chooseMany" : "files.choose"].Value);
        output.Attributes.SetAttribute("data-none", words["files.none"].Value);
        output.Attributes.SetAttribute(
            "data-units", string.Join(' ', Numbers.Units(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)));
    }
}
