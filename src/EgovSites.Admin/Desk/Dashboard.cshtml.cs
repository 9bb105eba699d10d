using EgovSites.Platform.Accounts;
using EgovSites.Platform.Auditing;
using EgovSites.Platform.Content;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Storage;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Desk;

public sealed class DashboardModel(SiteDbContext db, IEnumerable<IDeskPanel> panels, TimeProvider time) : DeskPage
{
    private const int ChangesShown = 8;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(10);

    /// <summary>From here on a panel stands at the side.</summary>
    private const int Side = 100;

    public sealed record Panel(string Partial, object Model, bool IsAtSide);

    public sealed record Language(string Culture, int Published, int Missing);

    public sealed record Ending(string ItemId, string Title, DateTimeOffset Deadline, int DaysLeft);

    public IReadOnlyList<Language> Languages { get; private set; } = [];

    public int Drafts { get; private set; }

    public int MissingCount => Languages.Sum(language => language.Missing);

    public IReadOnlyList<Ending> EndingSoon { get; private set; } = [];

    public IReadOnlyList<AuditEntry> Changes { get; private set; } = [];

    /// <summary>Publications that could not be handed over to the portal and wait for somebody.</summary>
    public int SetAside { get; private set; }

    public IReadOnlyList<Panel> Panels { get; private set; } = [];

    /// <summary>What is written most often: what the portal gathers, dated things first.</summary>
    public IEnumerable<ContentType> NewTypes => Standard.Types
        .Where(type => type.Behaviours.Aggregated).OrderByDescending(type => type.Behaviours.ArchivedByMonth).Take(2);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Languages = await LanguagesAsync(cancellation);
        Drafts = await db.Set<Item>().CountAsync(
            item => item.BinnedAt == null && !item.Translations.Any(translation => translation.State != TranslationState.Draft), cancellation);
        EndingSoon = await EndingSoonAsync(cancellation);
        Changes = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(entry => entry.At).Take(ChangesShown).ToListAsync(cancellation);
        SetAside = await db.Set<OutboxMessage>().CountAsync(message => message.SetAsideAt != null && message.Kind == "", cancellation);
        Panels = await PanelsAsync(cancellation);
    }

    private async Task<List<Language>> LanguagesAsync(CancellationToken cancellation)
    {
        var published = await db.Set<Publication>().GroupBy(row => row.Culture)
            .Select(rows => new { Culture = rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.Culture, row => row.Count, cancellation);
        var items = await db.Set<Item>().CountAsync(item => item.BinnedAt == null, cancellation);
        var written = await db.Set<Translation>().Where(row => row.Title != "" && db.Set<Item>().Any(item => item.Id == row.ItemId && item.BinnedAt == null))
            .GroupBy(row => row.Culture).Select(rows => new { Culture = rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(row => row.Culture, row => row.Count, cancellation);
        return [.. Cultures.All.Select(culture => new Language(culture, published.GetValueOrDefault(culture), items - written.GetValueOrDefault(culture)))];
    }

    // An item closes in all languages at once: it is listed once, by its Tajik title where there is one.
    private async Task<List<Ending>> EndingSoonAsync(CancellationToken cancellation)
    {
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + Soon);
        var expiring = Standard.Types.Where(type => type.Behaviours.Expires).Select(type => type.Name).ToList();
        var rows = await db.Set<Publication>().Where(row => expiring.Contains(row.Type) && row.Deadline > now && row.Deadline < until)
            .Select(row => new { row.ItemId, row.Culture, row.Title, row.Deadline }).ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(row => row.ItemId).Select(same => same.FirstOrDefault(row => row.Culture == Culture) ?? same.First())
                .OrderBy(row => row.Deadline)
                .Select(row => new Ending(row.ItemId, row.Title, row.Deadline!.Value, Dates.On(row.Deadline.Value).DayNumber - Dates.Today(time).DayNumber)),
        ];
    }

    private async Task<List<Panel>> PanelsAsync(CancellationToken cancellation)
    {
        var open = new List<Panel>();
        foreach (var panel in panels.OrderBy(panel => panel.Order))
        {
            if (await panel.ModelAsync(Actor, cancellation) is { } model)
            {
                open.Add(new Panel(panel.Partial, model, panel.Order >= Side));
            }
        }

        return open;
    }
}
