using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>
/// What a translator may open and change: items with an open request to him, in the languages asked for.
/// </summary>
public sealed class AskedItems(HostDbContext host)
{
    public async Task<IReadOnlyList<string>> CulturesAsync(DeskPage page, string? itemId)
    {
        var (tenant, me, isCentral) = (page.Tenant.Id, page.Actor.EditorId, page.IsCentral);
        return await host.Set<TranslationRequest>().AsNoTracking()
            .Where(row => row.TenantId == tenant && row.ItemId == itemId && RequestTable.Open.Contains(row.State))
            .Where(row => row.TakenById == me
                || (row.TakenById == "" && (row.ToId == me || (row.ToId == "" && isCentral))))
            .Select(row => row.Culture).Distinct().ToListAsync(page.HttpContext.RequestAborted);
    }

    /// <summary>The draft with nothing changed but the words in the languages asked for.</summary>
    public static ItemDraft Narrow(ItemDraft draft, Item item, IReadOnlyList<string> cultures) => draft with
    {
        Shared = item.Shared.Copy(),
        Words = draft.Words.Where(pair => cultures.Contains(pair.Key)).ToDictionary(),
        Vouches = [.. draft.Vouches.Where(vouch => cultures.Contains(vouch.Culture))],
    };
}
