using EgovSites.Admin.Languages.Machine;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages;

/// <summary>
/// What the buttons beside a translation do to the form's draft before it is saved, together with everything typed:
/// <c>still:ru</c>, <c>still:ru:Body</c>, <c>take:ru:Body</c>, <c>machine:ru</c>, <c>read:ru</c>.
/// </summary>
public sealed class TranslationVerbs(SiteDbContext db, HostDbContext host, MachineDraft machine)
{
    /// <summary>
    /// What the page says when it is shown again: <c>saved</c>, or the key of what came of the machine.
    /// </summary>
    public string Done { get; private set; } = "saved";

    public async Task<TranslationView?> ViewAsync(Item? item, CancellationToken cancellation) =>
        item is null ? null : new TranslationView(
        item,
        await SourceChanges.LoadAsync(db, item, cancellation),
        await host.Set<TranslationRequest>().AsNoTracking()
            .Where(row => row.TenantId == db.TenantId && row.ItemId == item.Id && RequestTable.Open.Contains(row.State))
            .ToListAsync(cancellation),
        machine.IsOpen);

    public async Task<ItemDraft> ApplyAsync(
        string? verb, ContentType type, Item? item, ItemDraft draft, CancellationToken cancellation) =>
        (verb ?? "").Split(':') switch
        {
            ["still", var culture] when Cultures.IsKnown(culture) => draft with { Vouches = [new Vouch(culture)] },
            ["still", var culture, var field] when Cultures.IsKnown(culture) =>
                draft with { Vouches = [new Vouch(culture, field)] },
            ["read", var culture] when Cultures.IsKnown(culture) => draft with { ReadCulture = culture },
            ["machine", var culture] when Cultures.IsKnown(culture) && item is not null
                && SourceLanguage.Of(item) is { } source =>
                await FillAsync(type, source.Culture, culture, draft, cancellation),
            ["take", var culture, var field] when Cultures.IsKnown(culture) && item is not null
                && type.Field(field) is { Localizable: true } one =>
                await TakeAsync(culture, one, item, draft, cancellation),
            _ => draft,
        };

    // Whatever the machine does, everything typed is saved.
    private async Task<ItemDraft> FillAsync(
        ContentType type, string source, string culture, ItemDraft draft, CancellationToken cancellation)
    {
        var (filled, problem) = await machine.FillAsync(type, source, culture, draft, cancellation);
        Done = problem?.Key ?? Done;
        return filled;
    }

    private async Task<ItemDraft> TakeAsync(
        string culture, FieldDefinition field, Item item, ItemDraft draft, CancellationToken cancellation)
    {
        var changes = await SourceChanges.LoadAsync(db, item, cancellation);
        if (changes.Of(item, culture).FirstOrDefault(change => change.Field == field.Name) is not { } change
            || !TranslationView.MayTake(field) || SourceLanguage.Of(item) is not { } source)
        {
            return draft;
        }

        var words = draft.Words[culture];
        if (!TranslationView.IsLong(field))
        {
            words[field.Name] = change.After?.DeepClone();
            return draft with { Vouches = [new Vouch(culture, field.Name)] };
        }

        // Not vouched for: the paragraphs are there, but nobody has translated them.
        words[field.Name] = TakeOver.Into(
            words.Text(field.Name), FieldText.Of(change.Before), FieldText.Of(change.After), source.Culture);
        return draft;
    }
}
