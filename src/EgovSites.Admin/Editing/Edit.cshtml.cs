using EgovSites.Admin.Translating;
using EgovSites.Admin.Writing;
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
public sealed class EditModel(SiteDbContext db, MediaPosts uploads, SaveDraft save, PressedButton button, MoveToBin bin, TranslationVerbs translating, WorkingCopies copies, CheckTexts checks, WhereUsed used, TimeProvider time) : DeskPage
{
    /// <summary>What the notice after an action can say.</summary>
    public static IReadOnlyCollection<string?> Said { get; } = ["saved", "withdrawn", "asked", "approved", "sentBack", "planned", "restored", "looked"];

    public const string NewRoute = "/admin/sites/{site}/content/new/{type}";

    private const long LargestPost = 64 * 1024 * 1024;

    public ContentType Type { get; private set; } = null!;

    /// <summary>The item as saved; null while it is new.</summary>
    public Item? Item { get; private set; }

    public ItemForm Form { get; private set; } = null!;

    /// <summary>This showing of the form; one that comes back with problems is still the same.</summary>
    public OpenedForm Opened => field ??= Request.HasFormContentType ? OpenedForm.Of(Request.Form, time.GetUtcNow()) : OpenedForm.New(time.GetUtcNow());

    public MediaShelf Shelf { get; private set; } = null!;

    public Readiness? Readiness { get; private set; }

    /// <summary>The id under which the item is or will be saved: a second click on "save" makes no second item.</summary>
    public string ItemId { get; private set; } = Ids.New();

    /// <summary>What this editor typed and never saved, when the form does not show it.</summary>
    public WorkingCopy? Copy { get; private set; }

    public bool IsRestored { get; private set; }

    /// <summary>Who else has the item open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>What somebody else saved in between; null when nobody did.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>What translators are told beside the fields; null while the item is new.</summary>
    public TranslationView? Translating { get; private set; }

    /// <summary>Advice on the words in the form.</summary>
    public TextChecks Checks { get; private set; } = TextChecks.None;

    /// <summary>Asked to look through the words, not to save them.</summary>
    public bool IsLookedThrough { get; private set; }

    /// <summary>Where the item stands on the public site, by culture.</summary>
    public IReadOnlyDictionary<string, Publication> Publications { get; private set; } = new Dictionary<string, Publication>();

    /// <summary>What was just done, for the notice: a key <c>editor.done.{word}</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The column a narrow screen showed last; the form posts it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public string Address => Desk(Item is null ? $"/content/new/{Type.Name}" : $"/content/{Item.Id}");

    public string Title => Cultures.All.Select(culture => Item?.In(culture)?.Title).FirstOrDefault(title => !string.IsNullOrEmpty(title)) ?? "";

    public FieldBox Box(FieldDefinition field, string? culture) => new(Form, field, culture, culture ?? Culture, Shelf);

    /// <summary>The column a narrow screen shows first: the one that needs a look.</summary>
    public string FirstTab => Form.Problems.Select(problem => problem.Culture).FirstOrDefault(culture => culture is not null)
        ?? (Cultures.IsKnown(Tab) ? Tab! : Cultures.Default);

    // "check" names the cultures whose publication was refused; the reasons are worked out anew.
    public async Task<IActionResult> OnGetAsync(string? id, string? type, string? check, bool urgent, string? copy, CancellationToken cancellation)
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
        await FindCopyAsync(copy, cancellation);
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

        if (verb?.Split(':') is ["discard", var unwanted])
        {
            await copies.DropAsync(Actor, unwanted, cancellation);
            return Redirect(Address);
        }

        Form = ItemForm.From(Type, Request.Form);
        ItemId = Item?.Id ?? (Ids.IsId(Request.Form["item"].ToString()) ? Request.Form["item"].ToString() : ItemId);
        if (Item is not null && Item.Revision == Form.BasedOn)
        {
            Conflict.Take(Form, Item, Request.Form["take"]);
        }

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
        if (verb == "check" || verb?.StartsWith("repair:", StringComparison.Ordinal) == true)
        {
            return await LookThroughAsync(verb, cancellation);
        }

        if (verb == "find")
        {
            await LoadAsync(cancellation);
            return Page();
        }

        var draft = await translating.ApplyAsync(verb, Type, Item, Form.Read(), cancellation);
        if (Item is not null)
        {
            KeptBytes.In(draft, Item, Type);
        }

        return Form.Problems.Count > 0 ? await RefuseAsync([], cancellation) : await SaveAsync(draft, verb ?? "", cancellation);
    }

    // Nothing is saved: the form comes back as it was typed, or with the letters of one control repaired.
    private async Task<IActionResult> LookThroughAsync(string verb, CancellationToken cancellation)
    {
        foreach (var (field, culture) in Form.Boxes.Where(box => box.Culture is not null && verb == $"repair:{ItemForm.NameOf(box.Field, box.Culture)}"))
        {
            Form[field, culture] = FieldInput.Of(Hygiene.Check(Form[field, culture].Text, culture!).Repaired);
        }

        IsLookedThrough = true;
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task<IActionResult> SaveAsync(ItemDraft draft, string verb, CancellationToken cancellation)
    {
        var (outcome, id) = Item is null
            ? await save.CreateAsync(Actor, Type, draft, ItemId, cancellation)
            : (await save.UpdateAsync(Actor, Item.Id, draft, cancellation), Item.Id);
        if (!outcome.IsDone)
        {
            return outcome.Reasons[0].Key == "save.conflict" ? await CompareAsync(id, draft, cancellation) : await RefuseAsync(outcome.Reasons, cancellation);
        }

        db.ChangeTracker.Clear();
        await copies.DropSavedAsync(Actor, id, Opened, cancellation);
        await FindAsync(id, null, cancellation);
        var saved = $"?done={translating.Done}{(Cultures.IsKnown(Tab) ? $"&tab={Tab}" : "")}";
        if (!verb.Contains(':', StringComparison.Ordinal))
        {
            return Redirect(Address + saved);
        }

        await LoadAsync(cancellation);
        var next = await button.RunAsync(Actor, Item!, Readiness!, verb, Request.Form, cancellation);
        return Redirect(Address + (next != PressedButton.Saved ? next : saved));
    }

    private async Task<IActionResult> CompareAsync(string id, ItemDraft mine, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await FindAsync(id, null, cancellation);
        Conflict = await Conflict.FindAsync(db, Item!, Form, mine, cancellation);
        return await RefuseAsync([], cancellation);
    }

    private async Task FindCopyAsync(string? wanted, CancellationToken cancellation)
    {
        var found = Item is null ? await copies.FindNewAsync(Actor, Type.Name, cancellation) : await copies.FindAsync(Actor, Item.Id, cancellation);
        Others = Item is null ? [] : await copies.OthersAsync(Actor, Item.Id, cancellation);
        if (found is null || found.Controls.Length == 0)
        {
            return;
        }

        if (wanted != found.ItemId)
        {
            Copy = found;
            return;
        }

        (Form, IsRestored, ItemId) = (ItemForm.From(Type, WorkingCopies.FormOf(found)), true, found.ItemId);
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
        (Type, ItemId) = (found!, Item?.Id ?? ItemId);
        return found is not null;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        // The preview of this very item is the one thing a page of the desk shows in a frame.
        Response.Headers.ContentSecurityPolicy = Response.Headers.ContentSecurityPolicy + "; frame-src 'self'";
        Shelf = await MediaShelf.LoadAsync(db, Tenant, Form, cancellation);
        Checks = await checks.OfAsync(Form, Standard, cancellation);
        if (Item is null)
        {
            return;
        }

        Publications = await db.Set<Publication>().AsNoTracking().Where(row => row.ItemId == Item.Id).ToDictionaryAsync(row => row.Culture, cancellation);
        Translating = await translating.ViewAsync(Item, cancellation);
        Readiness = new Readiness(Type, Item, Shelf.Chosen, Actor.Role) { Weight = Service<PageWeight>() };
    }
}
