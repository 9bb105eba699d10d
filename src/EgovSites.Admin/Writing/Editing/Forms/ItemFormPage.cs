using EgovSites.Admin.Languages;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Admin.Writing.Checking;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// What the form of an item shows: the item, the words in the form, and what is to be said about both.
/// </summary>
public abstract class ItemFormPage(SiteDbContext db, TranslationVerbs translating, WorkingCopies copies,
    CheckTexts checks, TimeProvider time) : DeskPage
{
    protected SiteDbContext Db => db;

    protected TranslationVerbs Verbs => translating;

    protected WorkingCopies Copies => copies;

    public ContentType Type { get; protected set; } = null!;

    /// <summary>The item as saved; null while it is new.</summary>
    public Item? Item { get; protected set; }

    public ItemForm Form { get; protected set; } = null!;

    /// <summary>This showing of the form; one that comes back with problems is still the same.</summary>
    public OpenedForm Opened =>
        field ??= Request.HasFormContentType ? OpenedForm.Of(Request.Form, time.GetUtcNow())
            : OpenedForm.New(time.GetUtcNow());

    public MediaShelf Shelf { get; protected set; } = null!;

    public Readiness? Readiness { get; protected set; }

    /// <summary>
    /// The id under which the item is or will be saved: a second click on "save" makes no second item.
    /// </summary>
    public string ItemId { get; protected set; } = Ids.New();

    /// <summary>What this editor typed and never saved, when the form does not show it.</summary>
    public WorkingCopy? Copy { get; protected set; }

    public bool IsRestored { get; protected set; }

    /// <summary>Who else has the item open.</summary>
    public IReadOnlyList<string> Others { get; protected set; } = [];

    /// <summary>What somebody else saved in between; null when nobody did.</summary>
    public Conflict? Conflict { get; protected set; }

    /// <summary>What translators are told beside the fields; null while the item is new.</summary>
    public TranslationView? Translating { get; protected set; }

    /// <summary>The languages that were asked of a translator; null for somebody who writes in all.</summary>
    public IReadOnlyList<string>? Asked { get; private set; }

    /// <summary>Advice on the words in the form.</summary>
    public TextChecks Checks { get; protected set; } = TextChecks.None;

    /// <summary>Asked to look through the words, not to save them.</summary>
    public bool IsLookedThrough { get; protected set; }

    /// <summary>Where the item stands on the public site, by culture.</summary>
    public IReadOnlyDictionary<string, Publication> Publications { get; protected set; } =
        new Dictionary<string, Publication>();

    /// <summary>What was just done, for the notice: a key <c>editor.done.{word}</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>All languages were published at once, and some of them were left as they are.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Left { get; set; }

    /// <summary>The column a narrow screen showed last; the form posts it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public string Address => Desk(Item is null ? $"/content/new/{Type.Name}" : $"/content/{Item.Id}");

    public string Title => Cultures.All.Select(culture => Item?.In(culture)?.Title)
        .FirstOrDefault(title => !string.IsNullOrEmpty(title)) ?? "";

    public FieldBox Box(FieldDefinition field, string? culture) => new(Form, field, culture, culture ?? Culture, Shelf);

    /// <summary>The column a narrow screen shows first: the one that needs a look.</summary>
    public string FirstTab =>
        Form.Problems.Select(problem => problem.Culture).FirstOrDefault(culture => culture is not null)
        ?? (Cultures.IsKnown(Tab) ? Tab! : Cultures.Default);

    protected override async Task<bool> IsAskedAsync() =>
        (Asked = await Service<AskedItems>().CulturesAsync(this, RouteData.Values["id"] as string)).Count > 0;

    protected async Task FindCopyAsync(string? wanted, CancellationToken cancellation)
    {
        var found = Item is null ? await copies.FindNewAsync(Actor, Type.Name, cancellation)
            : await copies.FindAsync(Actor, Item.Id, cancellation);
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

    protected async Task<IActionResult> RefuseAsync(IReadOnlyList<Reason> reasons, CancellationToken cancellation)
    {
        Form.Problems.AddRange(reasons);
        db.ChangeTracker.Clear();
        await LoadAsync(cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The store did not take it: the words come back as they were typed.</summary>
    protected async Task<IActionResult> KeepTypedAsync(Exception error, string words, CancellationToken cancellation)
    {
        Service<ILogger<ItemFormPage>>()
            .LogError(error, "Words for {Item} of {Tenant} could not be saved; their editor was told so", ItemId,
                Tenant.Slug);
        Form.Problems.Clear();
        await RefuseAsync([new Reason(words)], cancellation);
        (Response.StatusCode, Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "30");
        return Page();
    }

    protected async Task<bool> FindAsync(string? id, string? type, CancellationToken cancellation)
    {
        Item = id is null ? null
            : await db.Set<Item>().AsNoTracking().Include(item => item.Translations)
                .SingleOrDefaultAsync(item => item.Id == id, cancellation);
        var found = Standard.Type(Item?.Type ?? (id is null ? type : null) ?? "");
        (Type, ItemId) = (found!, Item?.Id ?? ItemId);
        return found is not null;
    }

    protected async Task LoadAsync(CancellationToken cancellation)
    {
        // The preview of this very item is the one thing a page of the desk shows in a frame.
        Response.Headers.ContentSecurityPolicy = Response.Headers.ContentSecurityPolicy + "; frame-src 'self'";
        Shelf = await MediaShelf.LoadAsync(db, Tenant, Form, cancellation);
        Checks = await checks.OfAsync(Form, Standard, cancellation);
        if (Item is null)
        {
            return;
        }

        Publications = await db.Set<Publication>().AsNoTracking().Where(row => row.ItemId == Item.Id)
            .ToDictionaryAsync(row => row.Culture, cancellation);
        Translating = await translating.ViewAsync(Item, cancellation);
        Readiness = new Readiness(Type, Item, Shelf.Chosen, Actor.Role, Service<PageWeight>());
    }
}
