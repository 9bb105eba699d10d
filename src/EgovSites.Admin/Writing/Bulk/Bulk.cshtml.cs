using EgovSites.Admin.Lists;
using EgovSites.Admin.Writing.Removal;
using EgovSites.Platform.Content;
using EgovSites.Platform.Desk;
using EgovSites.Platform.Publishing.Addresses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace EgovSites.Admin.Writing.Bulk;

/// <summary>Where the list's buttons lead: does it, and goes back to the list with the report.</summary>
public sealed class BulkModel(BulkChange change, UndoBulk undo, WhereUsed used) : DeskPage
{
    public IActionResult OnGet() => Redirect(Desk("/content"));

    public async Task<IActionResult> OnPostAsync(
        string? verb, string? run, string? back, string? topic, string[] pick, CancellationToken cancellation)
    {
        pick = [.. pick.Where(Ids.IsId).Distinct().Take(BulkChange.Most)];
        if (verb == "bin" && (await used.OfItemsAsync(pick, cancellation)).Count > 0)
        {
            return Redirect(Desk(RemovalModel.Path(pick)));
        }

        var id = verb switch
        {
            "undo" => await undo.RunAsync(Actor, run, cancellation),
            "publish" => await change.RunAsync(Actor, BulkAction.Publish, pick, cancellation),
            "withdraw" => await change.RunAsync(Actor, BulkAction.Withdraw, pick, cancellation),
            "topic" => await change.PutTopicAsync(Actor, topic ?? "", pick, cancellation),
            "bin" => await change.RunAsync(Actor, BulkAction.Bin, pick, cancellation),
            _ => null,
        };
        return Redirect(Desk("/content") + Known(back).Add("run", id ?? "none"));
    }

    // Back to the same view, by its known words only.
    private QueryString Known(string? back)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(back));
        var pairs = ContentFilter.Read(query, Standard, Actor)
            .Pairs.Append(new("sort", ContentOrder.Read(query["sort"]).Sort));
        return QueryString.Create(pairs.Where(pair => pair.Value is not null));
    }
}
