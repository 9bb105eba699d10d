using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Publishing.Bin;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Writing.Bulk;

/// <summary>
/// Does one thing to many items, each through its own verb and transaction; what is refused is said item by item.
/// </summary>
public sealed class BulkChange(
    SiteDbContext db, Standards standards, CurrentTenant current, Publish publish, Withdraw withdraw, MoveToBin bin,
    PutTopic put, BulkRuns runs,
    PageWeight weight)
{
    public const int Most = 100;

    /// <summary>Gives the id of the run, by which its report is read.</summary>
    public Task<string> RunAsync(
        Actor actor, BulkAction action, IEnumerable<string> picked, CancellationToken cancellation = default) =>
        RunAsync(actor, action, picked, "", cancellation);

    /// <summary>The same for the marked items' topic.</summary>
    public Task<string> PutTopicAsync(
        Actor actor, string topic, IEnumerable<string> picked, CancellationToken cancellation = default) =>
        RunAsync(actor, BulkAction.Topic, picked, topic, cancellation);

    private async Task<string> RunAsync(
        Actor actor, BulkAction action, IEnumerable<string> picked, string topic, CancellationToken cancellation)
    {
        var ids = picked.Where(Ids.IsId).Distinct().Take(Most).ToList();
        var items = await db.Set<Item>().AsNoTracking().Include(item => item.Translations)
            .Where(item => ids.Contains(item.Id) && item.BinnedAt == null)
            .ToDictionaryAsync(item => item.Id, cancellation);
        var media = action == BulkAction.Publish ? await MediaOfAsync(items.Values, cancellation) : [];
        var lines = new List<BulkLine>();
        foreach (var item in ids.Where(items.ContainsKey).Select(id => items[id]))
        {
            lines.Add(action == BulkAction.Topic ? await PutAsync(actor, item, topic, cancellation)
                : await OneAsync(actor, action, item, media, cancellation));
            db.ChangeTracker.Clear();
        }

        return await runs.KeepAsync(actor, action, lines, cancellation);
    }

    private Task<BulkLine> OneAsync(Actor actor, BulkAction action, Item item, Dictionary<string, MediaFile> media,
        CancellationToken cancellation) => action switch
        {
            BulkAction.Publish => PublishAsync(actor, item, media, cancellation),
            BulkAction.Withdraw => WithdrawAsync(actor, item, cancellation),
            _ => BinAsync(actor, item, cancellation),
        };

    // A language that is not ready keeps none of the others back, and is named.
    private async Task<BulkLine> PublishAsync(
        Actor actor, Item item, Dictionary<string, MediaFile> media, CancellationToken cancellation)
    {
        if (standards[current.Tenant.Standard].Type(item.Type) is not { } type)
        {
            return Line(item, [], [new Reason("workflow.gone")]);
        }

        var ready = new Readiness(type, item, media, actor.Role, weight);
        var wanted = item.Translations.Where(words => words.Fields.Names.Any()
            && (words.State != TranslationState.Published || item.HasChanges(words))).ToList();
        var left = wanted.Where(words => AllLanguages.LeftOut(item, words.Culture) is not null).ToList();
        var open = wanted.Except(left).Where(words => ready.Reasons([words.Culture]).Count == 0).ToList();
        var refused = wanted.Except(left).Except(open).SelectMany(words => ready.Reasons([words.Culture]))
            .Concat(left.Select(words => AllLanguages.LeftOut(item, words.Culture)!))
            .Concat(wanted.Count == 0 ? [new Reason("bulk.allPublic")] : []).ToList();
        var outcome = open.Count == 0 ? Outcome.Done
            : await publish.RunAsync(actor, item.Id, [.. open.Select(words => words.Culture)], cancellation);
        return outcome.IsDone
            ? Line(item,
                [.. open.Select(words =>
                    new BulkLine.Language(words.Culture, item.Revision, words.State == TranslationState.Published))],
                refused)
            : Line(item, [], [.. outcome.Reasons, .. refused]);
    }

    private async Task<BulkLine> WithdrawAsync(Actor actor, Item item, CancellationToken cancellation)
    {
        var stands = item.Translations.Where(words => words.State == TranslationState.Published).ToList();
        var outcome = stands.Count == 0
            ? Outcome.Refused(new Reason("bulk.nothingPublic"))
            : await withdraw.RunAsync(actor, item.Id, [.. stands.Select(words => words.Culture)],
                new Withdrawal(WithdrawalReason.Outdated), cancellation);
        return Line(item, outcome.IsDone
            ? [.. stands.Select(words => new BulkLine.Language(words.Culture, words.PublishedRevision, true))]
            : [], outcome.Reasons);
    }

    private async Task<BulkLine> BinAsync(Actor actor, Item item, CancellationToken cancellation)
    {
        var outcome = await bin.RunAsync(actor, item.Id, cancellation);
        var stood = item.Translations.Where(words => words.State == TranslationState.Published)
            .Select(words => new BulkLine.Language(words.Culture, words.PublishedRevision, true));
        return Line(item, outcome.IsDone ? [.. stood] : [], outcome.Reasons) with { IsDone = outcome.IsDone };
    }

    private async Task<BulkLine> PutAsync(Actor actor, Item item, string topic, CancellationToken cancellation)
    {
        var outcome =
            await put.RunAsync(actor, standards[current.Tenant.Standard].Type(item.Type), item, topic, cancellation);
        return Line(item, [], outcome.Reasons) with
        {
            IsDone = outcome.IsDone,
            Topic = outcome.IsDone
            ? new(item.Shared.Text(FieldNames.Topic), topic) : null
        };
    }

    private BulkLine Line(Item item, IReadOnlyList<BulkLine.Language> languages, IEnumerable<Reason> refused) =>
        new(item.Id, ItemTitle.Of(item), languages.Count > 0, languages, runs.Say(refused));

    private async Task<Dictionary<string, MediaFile>> MediaOfAsync(
        IEnumerable<Item> items, CancellationToken cancellation)
    {
        var standard = standards[current.Tenant.Standard];
        var ids = items.SelectMany(item => standard.Type(item.Type) is { } type ? PublicationWriter.MediaIn(type, item)
            : []).Distinct().ToList();
        return ids.Count == 0 ? []
            : await db.Set<MediaFile>().AsNoTracking().Where(file => ids.Contains(file.Id))
                .ToDictionaryAsync(file => file.Id, cancellation);
    }
}
