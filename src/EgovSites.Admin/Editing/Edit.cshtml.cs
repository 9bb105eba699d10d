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
public sealed class EditModel(SiteDbContext db, MediaPosts uploads, SaveDraft save, Publish publish, Withdraw withdraw, MoveToBin bin, CheckTexts checks) : DeskPage
{
    public const string NewRoute = "/admin/sites/{site}/content/new/{type}";

    private const long LargestPost = 64 * 1024 * 1024;

    public ContentType Type { get; private set; } = null!;

    /// <summary>The item as saved; null while it is new.</summary>
    public Item? Item { get; private set; }

    public ItemForm Form { get; private set; } = null!;

    public MediaShelf Shelf { get; private set; } = null!;

    public Readiness? Readiness { get; private set; }

    /// <summary>Advice on the words in the form.</summary>
    public TextChecks Checks { get; private set; } = TextChecks.None;

    /// <summary>Asked to look through the words, not to save them.</summary>
    public bool IsLookedThrough { get; private set; }

    /// <summary>Where the item stands on the public site, by culture.</summary>
    public IReadOnlyDictionary<string, Publication> Publications { get; private set; } = new Dictionary<string, Publication>();

    /// <summary>What was just done, for the notice: <c>saved</c>, <c>published</c>, <c>withdrawn</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public string Address => Desk(Item is null ? $"/content/new/{Type.Name}" : $"/content/{Item.Id}");

    public string Title => Cultures.All.Select(culture => Item?.In(culture)?.Title).FirstOrDefault(title => !string.IsNullOrEmpty(title)) ?? "";

    public FieldBox Box(FieldDefinition field, string? culture) => new(Form, field, culture, culture ?? Culture, Shelf);

    /// <summary>The column a narrow screen shows first: the one that needs a look.</summary>
    public string FirstTab => Form.Problems.Select(problem => problem.Culture).FirstOrDefault(culture => culture is not null) ?? Cultures.Default;

    // "check" names the cultures whose publication was refused; the reasons are worked out anew.
    public async Task<IActionResult> OnGetAsync(string? id, string? type, string? check, CancellationToken cancellation)
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
            Form.Problems.AddRange(Readiness.Reasons([.. check.Split(',').Where(Cultures.IsKnown)]));
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
            var outcome = await bin.RunAsync(Actor, Item.Id, cancellation);
            return outcome.IsDone ? Redirect(Desk($"/content?type={Type.Name}&done=binned")) : await RefuseAsync(outcome.Reasons, cancellation);
        }

        await uploads.TakeAsync(Form, Request.Form, Tenant, Actor, cancellation);
        if (verb == "check" || verb?.StartsWith("repair:", StringComparison.Ordinal) == true)
        {
            return await LookThroughAsync(verb, cancellation);
        }

        var draft = Form.Read();
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
            ? await save.CreateAsync(Actor, Type, draft, cancellation)
            : (await save.UpdateAsync(Actor, Item.Id, draft, cancellation), Item.Id);
        if (!outcome.IsDone)
        {
            return await RefuseAsync(outcome.Reasons, cancellation);
        }

        db.ChangeTracker.Clear();
        await FindAsync(id, null, cancellation);
        return verb.Split(':') switch
        {
            ["publish", var which] => await PublishAsync(which, cancellation),
            ["withdraw", var culture] => await WithdrawAsync(culture, cancellation),
            _ => Redirect($"{Address}?done=saved"),
        };
    }

    // Saved already: whatever is refused now is shown by the page of the saved item, at the fields to mend.
    private async Task<IActionResult> PublishAsync(string which, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var ready = Readiness!;
        var cultures = Cultures.IsKnown(which) ? [which] : ready.Complete.Count > 0 ? ready.Complete : ready.Begun;
        var isDone = ready.Reasons(cultures).Count == 0 && (await publish.RunAsync(Actor, Item!.Id, cultures, cancellation)).IsDone;
        return Redirect(isDone ? $"{Address}?done=published" : $"{Address}?check={string.Join(',', cultures.DefaultIfEmpty(Cultures.Default))}");
    }

    private async Task<IActionResult> WithdrawAsync(string culture, CancellationToken cancellation)
    {
        var outcome = await withdraw.RunAsync(Actor, Item!.Id, [culture], cancellation);
        return Redirect(outcome.IsDone ? $"{Address}?done=withdrawn" : Address);
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
        Checks = await checks.OfAsync(Form, Standard, cancellation);
        if (Item is null)
        {
            return;
        }

        Publications = await db.Set<Publication>().AsNoTracking().Where(row => row.ItemId == Item.Id).ToDictionaryAsync(row => row.Culture, cancellation);
        Readiness = new Readiness(Type, Item, Shelf.Chosen, Actor.Role) { Weight = Service<PageWeight>() };
    }
}
