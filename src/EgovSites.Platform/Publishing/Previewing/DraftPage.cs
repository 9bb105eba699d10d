using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Previewing;

/// <summary>Makes a draft look as it would if it were published now, without publishing anything.</summary>
public sealed class DraftPage(
    SiteDbContext db, Standards standards, RenderedDrafts rendered, CurrentTenant current, TimeProvider time)
{
    /// <summary>
    /// The page of one language, or null where nothing is written; a working copy stands above what is saved.
    /// </summary>
    public async Task<Publication?> WriteAsync(
        ContentType type, Item item, string culture, WorkingCopy? copy, CancellationToken cancellation = default)
    {
        var draft = copy is null ? item : Over(item, copy);
        if (draft.In(culture) is not { } words || words.Title.Length == 0)
        {
            return null;
        }

        var ids = PublicationWriter.MediaIn(type, draft).ToList();
        var media = await db.Set<MediaFile>().AsNoTracking().Where(file => ids.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, cancellation);
        var pages = await LinkedPages.FindAsync(db, standards[current.Tenant.Standard], type, draft, cancellation);
        var (addresses, tenant) = (pages.In(culture), current.Tenant);
        var state = RenderedDrafts.StateOf(
            tenant.Id, tenant.Standard, draft, words, media.Values, addresses, Dates.Today(time));
        return rendered.Get(state, () =>
            PublicationWriter.Write(type, draft, words, draft.Id, media, draft.ChangedBy, time.GetUtcNow(), addresses));
    }

    private static Item Over(Item item, WorkingCopy copy)
    {
        var draft = new Item
        {
            Id = item.Id,
            Type = item.Type,
            Revision = item.Revision,
            Shared = copy.Shared.Copy(),
            ChangedBy = copy.EditorName
        };
        foreach (var culture in copy.Translations.Names)
        {
            var words = FieldValues.Parse(((JsonNode)copy.Translations[culture]!).ToJsonString());
            draft.Translations.Add(
                new Translation
                {
                    ItemId = item.Id,
                    Culture = culture,
                    Fields = words,
                    Title = words.Text(FieldNames.Title)
                });
        }

        return draft;
    }
}
