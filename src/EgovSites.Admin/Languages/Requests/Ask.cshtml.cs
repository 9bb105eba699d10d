using System.Globalization;
using EgovSites.Admin.Languages.Requests.Records;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Centre;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Spelling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Languages.Requests;

/// <summary>The form that asks somebody to translate an item.</summary>
public sealed class AskModel(HostDbContext host, SiteDbContext site, AskForTranslation ask, TimeProvider time)
    : DeskPage
{
    private const int Days = 3;

    public sealed record Person(string Id, string Name);

    public Item Item { get; private set; } = null!;

    public Translation Source { get; private set; } = null!;

    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "culture")]
    public string Wanted { get; set; } = "";

    [BindProperty]
    public string To { get; set; } = "";

    [BindProperty]
    public string Until { get; set; } = "";

    [BindProperty]
    public string Note { get; set; } = "";

    public IEnumerable<string> Offered => Cultures.All.Where(culture => culture != Source.Culture);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        Until = Dates.Today(time).AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await FindAsync(id, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        var until = DateOnly.TryParseExact(Until, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
        var outcome = await ask.RunAsync(Actor, id, Wanted, To ?? "", until, Note ?? "", cancellation);
        if (outcome.IsDone)
        {
            return Redirect(Desk("/requests"));
        }

        Problems = outcome.Reasons;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellation)
    {
        var item = await site.Set<Item>().AsNoTracking().Include(row => row.Translations)
            .SingleOrDefaultAsync(row => row.Id == id && row.BinnedAt == null, cancellation);
        if (item is null || SourceLanguage.Of(item) is not { } source)
        {
            return false;
        }

        (Item, Source) = (item, source);
        var people = await host.Memberships.AsNoTracking().Where(row => row.TenantId == Tenant.Id)
            .Join(host.Users, row => row.EditorId, editor => editor.Id, (_, editor) =>
                new Person(editor.Id, editor.FullName != "" ? editor.FullName : editor.Email ?? ""))
            .ToListAsync(cancellation);
        People = [.. people.OrderBy(person => Alphabet.SortKey(person.Name), StringComparer.Ordinal)];
        return true;
    }
}
