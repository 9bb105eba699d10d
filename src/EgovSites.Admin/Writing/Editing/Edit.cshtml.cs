using EgovSites.Admin.Languages;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Admin.Writing.Checking;
using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Engines;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Cleaning;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Editing;

/// <summary>The form of one item, made from its type's declaration; also stands at <see cref="NewRoute"/>.</summary>
[RequestSizeLimit(LargestPost)]
public sealed class EditModel(
    SiteDbContext db, MediaPosts uploads, SaveDraft save, PressedButton button, MoveToBin bin, WhereUsed used,
    TranslationVerbs translating, WorkingCopies copies, CheckTexts checks, TimeProvider time)
        : ItemFormPage(db, translating, copies, checks, time)
{
    /// <summary>What the notice after an action can say.</summary>
    public static IReadOnlyCollection<string?> Said { get; } =
        ["saved", "withdrawn", "asked", "approved", "sentBack", "planned", "restored", "unbinned", "looked"];

    public const string NewRoute = "/admin/sites/{site}/content/new/{type}";

    private const long LargestPost = 64 * 1024 * 1024;

    private bool _isSaved;

    // "check" names the cultures whose publication was refused; the reasons are worked out anew.
    public async Task<IActionResult> OnGetAsync(
        string? id, string? type, string? check, bool urgent, string? copy, CancellationToken cancellation)
    {
        if (!await FindAsync(id, type, cancellation))
        {
            return NotFound();
        }

        if (Item?.BinnedAt is not null)
        {
            return Redirect(Desk("/bin"));
        }

        if (Asked is null && Item is not null && !May("/content/{id}", "POST"))
        {
            return Redirect(Desk($"/previews/window/{Item.Id}/{SourceLanguage.Of(Item)?.Culture ?? Cultures.Default}"));
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
            await Copies.DropAsync(Actor, unwanted, cancellation);
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
            return await BinAsync(Item, cancellation);
        }

        try
        {
            if (Asked is null)
            {
                await uploads.TakeAsync(Form, Request.Form, Tenant, Actor, cancellation);
            }

            return await DoAsync(verb ?? "", cancellation);
        }
        catch (Exception error) when (StoreFaults.Is(error) && !cancellation.IsCancellationRequested)
        {
            return await KeepTypedAsync(error, _isSaved ? "editor.faultAfter" : "editor.fault", cancellation);
        }
    }

    private Task<IActionResult> DoAsync(string verb, CancellationToken cancellation) => verb switch
    {
        "find" => ShowAsync(cancellation),
        "check" => LookThroughAsync(verb, cancellation),
        _ when verb.StartsWith("repair:", StringComparison.Ordinal) => LookThroughAsync(verb, cancellation),
        _ => SaveAsync(verb, cancellation),
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task<IActionResult> BinAsync(Item item, CancellationToken cancellation)
    {
        if ((await used.OfItemsAsync([item.Id], cancellation)).Count > 0)
        {
            return Redirect(Desk(Removal.RemovalModel.Path([item.Id])));
        }

        var outcome = await bin.RunAsync(Actor, item.Id, cancellation);
        return outcome.IsDone ? Redirect(Desk($"/content?type={Type.Name}&done=binned&item={item.Id}"))
            : await RefuseAsync(outcome.Reasons, cancellation);
    }

    // Nothing is saved: the form comes back as it was typed, or with the letters of one control repaired.
    private async Task<IActionResult> LookThroughAsync(string verb, CancellationToken cancellation)
    {
        foreach (var (field, culture) in Form.Boxes.Where(box => box.Culture is not null
            && verb == $"repair:{ItemForm.NameOf(box.Field, box.Culture)}"))
        {
            Form[field, culture] = FieldInput.Of(Hygiene.Check(Form[field, culture].Text, culture!).Repaired);
        }

        IsLookedThrough = true;
        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> SaveAsync(string verb, CancellationToken cancellation)
    {
        var draft = await Verbs.ApplyAsync(verb, Type, Item, Form.Read(), cancellation);
        draft = Asked is null || Item is null ? draft : AskedItems.Narrow(draft, Item, Asked);
        if (Item is not null)
        {
            KeptBytes.In(draft, Item, Type);
        }

        return Form.Problems.Count > 0 ? await RefuseAsync([], cancellation)
            : await SaveAsync(draft, verb, cancellation);
    }

    private async Task<IActionResult> SaveAsync(ItemDraft draft, string verb, CancellationToken cancellation)
    {
        var (outcome, id) = Item is null
            ? await save.CreateAsync(Actor, Type, draft, ItemId, cancellation)
            : (await save.UpdateAsync(Actor, Item.Id, draft, cancellation), Item.Id);
        if (!outcome.IsDone)
        {
            return outcome.Reasons[0].Key == "save.conflict" ? await CompareAsync(id, draft, cancellation)
                : await RefuseAsync(outcome.Reasons, cancellation);
        }

        Db.ChangeTracker.Clear();
        await Copies.DropSavedAsync(Actor, id, Opened, cancellation);
        await FindAsync(id, null, cancellation);
        Form.Rebase(Item!.Revision);
        _isSaved = true;
        var saved = $"?done={Verbs.Done}{(Cultures.IsKnown(Tab) ? $"&tab={Tab}" : "")}";
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
        Db.ChangeTracker.Clear();
        await FindAsync(id, null, cancellation);
        Conflict = await Conflict.FindAsync(Db, Item!, Form, mine, cancellation);
        return await RefuseAsync([], cancellation);
    }
}
