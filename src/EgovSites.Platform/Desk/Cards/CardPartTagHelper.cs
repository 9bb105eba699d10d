using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EgovSites.Platform.Desk.Cards;

/// <summary>A part of a <c>&lt;table cards&gt;</c>; parts of other tables are left alone.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class CardPartTagHelper : TagHelper
{
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        context.Items.TryGetValue(typeof(CardHeads), out var heads) ? ProcessAsync((CardHeads)heads, output)
            : Task.CompletedTask;

    private static async Task ProcessAsync(CardHeads heads, TagHelperOutput output)
    {
        var isHead = output.TagName == "th" && output.Attributes["scope"]?.Value.ToString() == "col";
        output.Attributes.SetAttribute("role", RoleOf(output.TagName, isHead));
        if (output.TagName == "tr")
        {
            heads.BeginRow();
        }
        else if (isHead)
        {
            heads.Add((await output.GetChildContentAsync()).GetContent());
        }
        else if (output.TagName is "th" or "td")
        {
            await LabelAsync(output, heads.Next());
        }
    }

    private static async Task LabelAsync(TagHelperOutput output, string label)
    {
        if ((await output.GetChildContentAsync()).IsEmptyOrWhiteSpace)
        {
            output.AddClass("empty", HtmlEncoder.Default);
        }
        else if (output.TagName == "td" && label.Length > 0)
        {
            output.Attributes.SetAttribute("data-label", label);
        }
    }

    private static string RoleOf(string tag, bool isHead) => tag switch
    {
        "tr" => "row",
        "td" => "cell",
        "th" => isHead ? "columnheader" : "rowheader",
        _ => "rowgroup",
    };
}
