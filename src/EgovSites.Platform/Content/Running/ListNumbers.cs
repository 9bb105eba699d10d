using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace EgovSites.Platform.Content.Running;

/// <summary>
/// Keeps the numbers of a list that leaves some out, as laws do with repealed clauses: HTML would count on. Numbers
/// that stay or go back are a habit of writers ("1." before every line), and are counted.
/// </summary>
internal static class ListNumbers
{
    public static void Keep(MarkdownDocument document)
    {
        foreach (var list in document.Descendants<ListBlock>().Where(list => list.IsOrdered))
        {
            var next = -1;
            foreach (var item in list.OfType<ListItemBlock>())
            {
                if (next >= 0 && item.Order > next)
                {
                    item.GetAttributes().AddProperty("value", item.Order.ToString(CultureInfo.InvariantCulture));
                    next = item.Order;
                }

                next = next < 0 ? item.Order + 1 : next + 1;
            }
        }
    }
}
