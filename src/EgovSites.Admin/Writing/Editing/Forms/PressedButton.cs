using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Publishing.Reviewing;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Tajik;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// Does what the pressed button of an item's form asks for beyond saving, such as <c>publish:all</c> or
/// <c>askReview:ru</c>, and says where the item's address goes on. Whatever is refused is shown by the saved item's
/// page, at the fields to mend.
/// </summary>
public sealed class PressedButton(Publish publish, Reviews reviews)
{
    public const string Saved = "?done=saved";

    public async Task<string> RunAsync(
        Actor actor, Item item, Readiness ready, string verb, IFormCollection posted, CancellationToken cancellation) =>
            verb.Split(':') switch
            {
                ["publish", var which] =>
                    await PublishAsync(actor, item, ready, which, TermsOf(posted, isUrgent: false), cancellation),
                ["urgent", var culture] when Cultures.IsKnown(culture) =>
                    await PublishAsync(actor, item, ready, culture, TermsOf(posted, isUrgent: true), cancellation),
                ["askReview", var culture] when Cultures.IsKnown(culture) =>
                    await AskAsync(actor, item, ready, culture, cancellation),
                ["withdraw", var culture] when Cultures.IsKnown(culture) => $"/withdrawal/{culture}",
                ["review", var culture] when Cultures.IsKnown(culture) => $"/review/{culture}",
                ["plan", ..] => "/plan",
                _ => Saved,
            };

    private async Task<string> PublishAsync(
        Actor actor, Item item, Readiness ready, string which, PublishingTerms terms, CancellationToken cancellation)
    {
        var isOne = Cultures.IsKnown(which);
        var cultures = isOne ? [which] : ready.Meant;
        var left = !isOne && ready.LeftOut.Count > 0 ? "&left=true" : "";
        if (cultures.Count == 0 && left.Length > 0)
        {
            return $"?done=nothing{left}";
        }

        var isDone = ready.Reasons(cultures, terms.IsUrgent).Count == 0
            && (await publish.RunAsync(actor, item.Id, cultures, terms, cancellation)).IsDone;
        var refused = string.Join(',', cultures.DefaultIfEmpty(Cultures.Default));
        return isDone ? $"?done=published{left}" : $"?check={refused}{left}{(terms.IsUrgent ? "&urgent=true" : "")}";
    }

    private async Task<string> AskAsync(
        Actor actor, Item item, Readiness ready, string culture, CancellationToken cancellation) =>
        ready.Missing([culture]).Count > 0 ? $"?check={culture}&urgent=true"
        : (await reviews.AskAsync(actor, item.Id, culture, cancellation)).IsDone ? "?done=asked"
        : $"?check={culture}";

    private static PublishingTerms TermsOf(IFormCollection posted, bool isUrgent) => new()
    {
        IsUrgent = isUrgent,
        Notes = Cultures.All
            .Select(culture => (culture, PlainText.Read(posted[$"note.{culture}"].ToString(), PublishingTerms.MaxNote)))
            .Where(pair => pair.Item2.Problem is null)
            .ToDictionary(pair => pair.culture, pair => pair.Item2.Text),
    };
}
