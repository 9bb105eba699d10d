using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Editing;

/// <summary>The form of one item, made from its type's declaration; also stands at <see cref="NewRoute"/>.</summary>
[RequestSizeLimit(LargestPost)]
public sealed class EditModel(SiteDbContext db, MediaPosts uploads, SaveDraft save, PressedButton button, MoveToBin bin, WhereUsed used) : DeskPage
{
    /// <summary>What the notice after an action can say.</summary>
    public static IReadOnlyCollection<string?> Said { get; } = ["saved", "withdrawn", "asked", "approved", "sentBack", "planned", "restored", "looked"];

    public const string NewRoute = "/admin/sites/{site}/content/new/{type}";

    private const long LargestPost = 64 * 1024 * 1024;

    public ContentType Type { get; private set; } = null!;

    /// <summary>The item as saved; null while it is new.</summary>
    public Item? Item { get; private set; }

    public ItemForm Form { get; private set; } = null!;

    public MediaShelf Shelf { get; private set; } = null!;

    public Readiness? Readiness { get; private set; }

    /// <summary>Where the item stands on the public site, by culture.</summary>
    public IReadOnlyDictionary<string, Publication> Publications { get; private set; } = new Dictionary<string, Publication>();

    /// <summary>What was just done, for the notice: a key <c>editor.done.{word}</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string Address => Desk(Item is null ? $"/content/new/{Type.Name}" : $"/content/{Item.Id}");

    public string Title => Cultures.All.Select(culture => Item?.In(culture)?.Title).FirstOrDefault(title => !string.IsNullOrEmpty(title)) ?? "";

    public FieldBox Box(FieldDefinition field, string? culture) => new(Form, field, culture, culture ?? Culture, Shelf);

    /// <summary>The column a narrow screen shows first: the one that needs a look.</summary>
    public string FirstTab => Form.Problems.Select(problem => problem.Culture).FirstOrDefault(culture => culture is not null) ?? Cultures.Default;

    // "check" names the cultures whose publication was refused; the reasons are worked out anew.
    public async Task<IActionResult> OnGetAsync(string? id, string? type, string? check, bool urgent, CancellationToken cancellation)
    {
        if (!await FindAsync(id, type, cancellation))
        {
            return NotFound();
        }

        if (Item?.BinnedAt is not null)
        {
            return Redirect(Desk("/bin"));
        }

        Form = ItemForm.Of(Type, Item);
        await LoadAsync(cancellation);
        if (Readiness is not null && check is not null)
        {
            Form.Problems.AddRange(Readiness.Reasons([.. check.Split(',').Where(Cultures.IsKnown)], urgent));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? id, string? type, string? verb, CancellationToken cancellation)
    {
        if (!await FindAsync(id, type, cancellation))
        {
            return NotFound();
        }

        Form = ItemForm.From(Type, Request.Form);
        if (verb == "bin" && Item is not null)
        {
            if ((await used.OfItemsAsync([Item.Id], cancellation)).Count > 0)
            {
                return Redirect(Desk(Removal.RemovalModel.Path([Item.Id])));
            }

            var outcome = await bin.RunAsync(Actor, Item.Id, cancellation);
            return outcome.IsDone ? Redirect(Desk($"/content?type={Type.Name}&done=binned&item={Item.Id}")) : await RefuseAsync(outcome.Reasons, cancellation);
        }

        await uploads.TakeAsync(Form, Request.Form, Tenant, Actor, cancellation);
        var draft = Form.Read();
        return Form.Problems.Count > 0 ? await RefuseAsync([], cancellation) : await SaveAsync(draft, verb ?? "", cancellation);
    }

    private async Task<IActionResult> SaveAsync(ItemDraft draft, string verb, CancellationToken cancellation)
    {
        var (outcome, id) = Item is null
            ? await save.CreateAsync(Actor, Type, draft, cancellation)
            : (await save.UpdateAsync(Actor, Item.Id, draft, cancellation), Item.Id);
        if (!outcome.IsDone)
        {
            return await RefuseAsync(outcome.Reasons, cancellation);
        }

        db.ChangeTracker.Clear();
        await FindAsync(id, null, cancellation);
        await LoadAsync(cancellation);
        return Redirect(Address + await button.RunAsync(Actor, Item!, Readiness!, verb, Request.Form, cancellation));
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<Reason> reasons, CancellationToken cancellation)
    {
        Form.Problems.AddRange(reasons);
        db.ChangeTracker.Clear();
        await LoadAsync(cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string? id, string? type, CancellationToken cancellation)
    {
        Item = id is null ? null : await db.Set<Item>().AsNoTracking().Include(item => item.Translations).SingleOrDefaultAsync(item => item.Id == id, cancellation);
        var found = Standard.Type(Item?.Type ?? (id is null ? type : null) ?? "");
        Type = found!;
        return found is not null;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Shelf = await MediaShelf.LoadAsync(db, Tenant, Form, cancellation);
        if (Item is null)
        {
            return;
        }

        Publications = await db.Set<Publication>().AsNoTracking().Where(row => row.ItemId == Item.Id).ToDictionaryAsync(row => row.Culture, cancellation);
        Readiness = new Readiness(Type, Item, Shelf.Chosen, Actor.Role);
    }
}
