using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>A page about one item of the site; an unknown or foreign one is a 404.</summary>
public abstract class ItemPage(SiteDbContext db) : DeskPage
{
    public Item Item { get; private set; } = null!;

    public ContentType Type { get; private set; } = null!;

    public List<Reason> Problems { get; } = [];

    public string Address => Desk($"/content/{Item.Id}");

    /// <summary>
    /// The title to call the item by: in the asked language or the desk's, otherwise in the first that has one.
    /// </summary>
    public string Title(string? culture = null) => Cultures.All.Prepend(culture ?? Culture)
        .Select(one => Item.In(one)?.Title ?? "").FirstOrDefault(title => title.Length > 0) ?? "";

    protected SiteDbContext Db => db;

    protected async Task<bool> FindAsync(string id, CancellationToken cancellation)
    {
        var item = await db.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null || item.BinnedAt is not null || Standard.Type(item.Type) is not { } type)
        {
            return false;
        }

        (Item, Type) = (item, type);
        return true;
    }

    /// <summary>On to the item with a word of what was done, or this page again with the reasons.</summary>
    protected IActionResult Answer(Outcome outcome, string done)
    {
        if (outcome.IsDone)
        {
            return Redirect($"{Address}?done={done}");
        }

        return Refuse(outcome.Reasons);
    }

    protected PageResult Refuse(IEnumerable<Reason> reasons)
    {
        Problems.AddRange(reasons);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
