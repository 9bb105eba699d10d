using EgovSites.Features.Feedback.Appeals;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Features.Feedback.Desk.Reading;

public sealed class WaitingPanel(SiteDbContext db, CurrentTenant current, TimeProvider time) : IDeskPanel
{
    private const int Count = 5;

    public int Order => 10;

    public string Partial => "/Feedback/Desk/_Waiting.cshtml";

    public async Task<object?> ModelAsync(Actor actor, CancellationToken cancellation)
    {
        if (!actor.AnswersAppeals)
        {
            return null;
        }

        var open = InboxTab.All[0].Narrow(db.Set<Appeal>().AsNoTracking(), Dates.Today(time));
        var rows = await open.OrderBy(row => row.DueOn).ThenBy(row => row.ReceivedAt).ThenBy(row => row.Number)
            .Take(Count).Select(InboxRow.Of).ToListAsync(cancellation);
        var total = rows.Count < Count ? rows.Count : await open.CountAsync(cancellation);
        return new Waiting(current.Tenant.Slug, Dates.Today(time), total, rows);
    }
}
