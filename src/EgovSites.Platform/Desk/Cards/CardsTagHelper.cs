using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EgovSites.Platform.Desk.Cards;

/// <summary>
/// <c>&lt;table cards&gt;</c>: a list of the desk whose rows a phone shows as cards, each cell with the heading of its
/// column.
/// </summary>
[HtmlTargetElement("table", Attributes = Mark)]
public sealed class CardsTagHelper : TagHelper
{
    private const string Mark = "cards";

    public override void Init(TagHelperContext context) => context.Items[typeof(CardHeads)] = new CardHeads();

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(Mark);
        output.AddClass("stacked", HtmlEncoder.Default);
        // A browser forgets the table where its cells stand below each other; the roles of its parts keep it one.
        output.Attributes.SetAttribute("role", "table");
    }
}
