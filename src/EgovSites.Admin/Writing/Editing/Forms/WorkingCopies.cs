using System.Text.Json;
using System.Text.Json.Nodes;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Sites;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>Keeps what editors type before they save it, one copy each, and knows who has an item open.</summary>
public sealed class WorkingCopies(SiteDbContext db, TimeProvider time)
{
    /// <summary>A form that has not been heard of for so long is closed.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromSeconds(40);

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>Notes that the form is open, and what stands in it when something was typed.</summary>
    public async Task<WorkingCopy> KeepAsync(
        Actor actor, string type, string itemId, ItemForm form, IFormCollection posted, CancellationToken cancellation)
    {
        try
        {
            return await TryKeepAsync(actor, type, itemId, form, posted, cancellation);
        }
        catch (DbUpdateException)
        {
            // The other tab made, or dropped, the copy in this very moment.
            db.ChangeTracker.Clear();
            return await TryKeepAsync(actor, type, itemId, form, posted, cancellation);
        }
    }

    private async Task<WorkingCopy> TryKeepAsync(
        Actor actor, string type, string itemId, ItemForm form, IFormCollection posted, CancellationToken cancellation)
    {
        var copy = await FindAsync(actor, itemId, cancellation);
        if (copy is null)
        {
            copy = new WorkingCopy { ItemId = itemId, EditorId = actor.EditorId, EditorName = actor.Name, Type = type };
            db.Add(copy);
        }

        (copy.SeenAt, copy.EditorName) = (time.GetUtcNow(), actor.Name);
        if (posted["typed"] == "true")
        {
            (copy.TypedAt, copy.BasedOn, copy.Controls) = (time.GetUtcNow(), form.BasedOn, JsonOf(posted));
            copy.OpenedForm = OpenedForm.Of(posted, time.GetUtcNow()).Name;
            var draft = form.Read();
            (copy.Shared, copy.Translations) = (draft.Shared, WordsOf(draft));
        }

        await db.SaveChangesAsync(cancellation);
        return copy;
    }

    public Task<WorkingCopy?> FindAsync(Actor actor, string itemId, CancellationToken cancellation) =>
        db.Set<WorkingCopy>()
            .SingleOrDefaultAsync(copy => copy.ItemId == itemId && copy.EditorId == actor.EditorId, cancellation);

    /// <summary>The newest thing of a type that this editor began and never saved.</summary>
    public Task<WorkingCopy?> FindNewAsync(Actor actor, string type, CancellationToken cancellation) =>
        db.Set<WorkingCopy>().AsNoTracking()
            .Where(copy => copy.Type == type && copy.EditorId == actor.EditorId && copy.Controls != ""
                && copy.BasedOn == 0
                && !db.Set<Item>().Any(item => item.Id == copy.ItemId))
            .OrderByDescending(copy => copy.TypedAt).FirstOrDefaultAsync(cancellation);

    public Task DropAsync(Actor actor, string itemId, CancellationToken cancellation) => db.Set<WorkingCopy>()
        .Where(copy => copy.ItemId == itemId && copy.EditorId == actor.EditorId).ExecuteDeleteAsync(cancellation);

    /// <summary>Drops what a form that was just saved had shown or sent; what another tab typed since stays.</summary>
    public Task DropSavedAsync(Actor actor, string itemId, OpenedForm form, CancellationToken cancellation) =>
        db.Set<WorkingCopy>()
        .Where(copy => copy.ItemId == itemId && copy.EditorId == actor.EditorId
            && (copy.OpenedForm == form.Name || copy.TypedAt == null || copy.TypedAt <= form.At))
                .ExecuteDeleteAsync(cancellation);

    /// <summary>The names of the others who have the item open now.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(Actor actor, string itemId, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Presence;
        return await db.Set<WorkingCopy>().AsNoTracking()
            .Where(copy => copy.ItemId == itemId && copy.EditorId != actor.EditorId && copy.SeenAt > since)
            .Select(copy => copy.EditorName).ToListAsync(cancellation);
    }

    /// <summary>The controls of a copy, as if they were posted again.</summary>
    public static IFormCollection FormOf(WorkingCopy copy) => new FormCollection(
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(copy.Controls)!.ToDictionary(
            pair => pair.Key, pair => new StringValues(pair.Value)));

    private static string JsonOf(IFormCollection posted) => JsonSerializer.Serialize(
        posted.Where(pair => !pair.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), Readable);

    private static FieldValues WordsOf(ItemDraft draft)
    {
        var words = new FieldValues();
        foreach (var (culture, values) in draft.Words)
        {
            words[culture] = JsonNode.Parse(values.ToJson());
        }

        return words;
    }
}
