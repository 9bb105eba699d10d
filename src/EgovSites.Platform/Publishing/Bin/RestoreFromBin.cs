using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Drafts;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Platform.Publishing.Bin;

/// <summary>Takes an item out of the bin; it comes back as a draft, never straight to the public.</summary>
public sealed class RestoreFromBin(SiteDbContext db, AuditLog audit)
{
    public async Task<Outcome> RunAsync(Actor actor, string itemId, CancellationToken cancellation = default)
    {
        var item = await db.Set<Item>().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId, cancellation);
        if (item is null)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        if (Workflow.Refusal(Workflow.StageOf(item, Cultures.Default), Verb.Restore, actor.Role) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        item.BinnedAt = null;
        audit.Add(db, actor, "restore", SaveDraft.TitleOf(item), itemId: itemId);
        if (await db.TrySaveAsync(itemId, cancellation) is { } changed)
        {
            return Outcome.Refused(changed);
        }

        return Outcome.Done;
    }
}
