using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests.Records;

/// <summary>Asks a colleague or the central translators to translate an item until a date.</summary>
public sealed class AskForTranslation(HostDbContext host, SiteDbContext site, RequestRecord record, TimeProvider time)
{
    public const int MaxNote = 500;

    /// <summary>An empty <paramref name="toId"/> asks the central translators.</summary>
    public async Task<Outcome> RunAsync(
        Actor actor, string itemId, string culture, string toId, DateOnly? until, string note,
        CancellationToken cancellation = default)
    {
        var item = await site.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == itemId && row.BinnedAt == null, cancellation);
        if (item is null || SourceLanguage.Of(item) is not { } source)
        {
            return Outcome.Refused(new Reason("workflow.gone"));
        }

        var (text, problem) = PlainText.Read(note, MaxNote);
        var reasons = new[]
        {
            actor.Role < Role.Author ? new Reason("workflow.role") : null,
            !Cultures.IsKnown(culture) || culture == source.Culture ? new Reason("field.choice").At("culture") : null,
            until is null ? new Reason("field.date").At("until") : until < Dates.Today(time)
                ? new Reason("requests.past").At("until") : null,
            problem?.At("note"),
        }.OfType<Reason>().ToList();
        var to = await NameAsync(toId, cancellation);
        if (to is null)
        {
            reasons.Add(new Reason("field.choice").At("to"));
        }
        else if (await host.Set<TranslationRequest>().AnyAsync(
            row => row.TenantId == site.TenantId && row.ItemId == itemId && row.Culture == culture
                && RequestTable.Open.Contains(row.State), cancellation))
        {
            reasons.Add(new Reason("requests.already"));
        }

        return reasons.Count > 0 ? Outcome.Refused(reasons)
            : await AddAsync(actor, item, source, culture, (toId, to!), until!.Value, text, cancellation);
    }

    private async Task<Outcome> AddAsync(
        Actor actor, Item item, Translation source, string culture, (string Id, string Name) to, DateOnly until,
        string note, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var request = new TranslationRequest
        {
            Id = Ids.New(),
            TenantId = site.TenantId,
            ItemId = item.Id,
            Culture = culture,
            Subject = source.Title,
            SubjectCulture = source.Culture,
            AskedById = actor.EditorId,
            AskedBy = actor.Name,
            AskedAt = now,
            Until = until,
            Note = note,
            ToId = to.Id,
            To = to.Name,
            ChangedAt = now,
        };
        host.Add(request);
        await host.SaveChangesAsync(cancellation);
        await record.AddAsync(actor, request, "askTranslation", cancellation);
        return Outcome.Done;
    }

    // Only members of this site can be asked by name; null where the person is none.
    private async Task<string?> NameAsync(string toId, CancellationToken cancellation) =>
        toId.Length == 0 ? "" : await host.Memberships
        .Where(row => row.TenantId == site.TenantId && row.EditorId == toId)
        .Join(host.Users, row => row.EditorId, editor => editor.Id, (_, editor) => editor.FullName != ""
            ? editor.FullName : editor.Email ?? "")
        .SingleOrDefaultAsync(cancellation);
}
