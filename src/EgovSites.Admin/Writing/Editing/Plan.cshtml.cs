using EgovSites.Admin.Writing.Editing.Forms;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Plans;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Mvc;

namespace EgovSites.Admin.Writing.Editing;

/// <summary>
/// When each language of an item becomes public by itself, and when it leaves, in the time of Dushanbe.
/// </summary>
public sealed class PlanModel(SiteDbContext db, Schedule schedule) : ItemPage(db)
{
    private readonly Dictionary<string, string> _typed = [];

    /// <summary>The languages in which something is written.</summary>
    public IEnumerable<Translation> Written =>
        Cultures.All.Select(Item.In).OfType<Translation>().Where(words => words.Title.Length > 0);

    public string Typed(string control, DateTimeOffset? known) =>
        _typed.GetValueOrDefault(control) ?? (known is { } instant ? DateTimeField.Typed(instant) : "");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) && Type.Behaviours.Schedulable ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        foreach (var words in Written.ToList())
        {
            Problems.AddRange(await PlanAsync(words, cancellation));
        }

        return Problems.Count == 0 ? Redirect($"{Address}?done=planned") : Refuse([]);
    }

    private async Task<IEnumerable<Reason>> PlanAsync(Translation words, CancellationToken cancellation)
    {
        var (publish, withdraw) = (Taken($"publish.{words.Culture}"), Taken($"withdraw.{words.Culture}"));
        if ((publish.Problem ?? withdraw.Problem) is { } problem)
        {
            return [problem];
        }

        var plan = new Platform.Publishing.Plans.Plan(publish.At, withdraw.At);
        var isNew = plan.PublishAt != words.PublishAt || plan.WithdrawAt != words.WithdrawAt
            || words.PlanFailedAt is not null;
        return isNew ? (await schedule.RunAsync(Actor, Item.Id, words.Culture, plan, cancellation)).Reasons : [];
    }

    private (DateTimeOffset? At, Reason? Problem) Taken(string control)
    {
        var typed = _typed[control] = Request.Form[control].ToString().Trim();
        var at = DateTimeField.Parse(typed);
        return (at, at is null && typed.Length > 0 ? new Reason("field.dateTime") : null);
    }
}
