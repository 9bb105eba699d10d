using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Tajik.Cleaning;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Lists;

/// <summary>What the list of items is narrowed by, as the address says it; unknown words narrow nothing.</summary>
public sealed record ContentFilter(string? Type, string? State, string? Missing, string? Query)
{
    /// <summary>Stands for "translated, but the source has changed since" among the missing languages.</summary>
    public const string Outdated = LanguageFilter.Outdated;

    private const int MaxQuery = 100;

    public static IReadOnlyList<string> States { get; } = ["published", "draft", "review", "scheduled", "withdrawn"];

    /// <summary>The person whose items are shown; null for everybody's.</summary>
    public Actor? By { get; init; }

    /// <summary>What an address asks for; <paramref name="me"/> is who <c>who=me</c> means.</summary>
    public static ContentFilter Read(IQueryCollection query, Standard standard, Actor me)
    {
        var words = query["q"].ToString().Trim();
        return new ContentFilter(
            standard.Type(query["type"].ToString())?.Name,
            States.FirstOrDefault(state => state == query["state"]),
            LanguageFilter.Read(query["missing"]),
            words.Length == 0 ? null : TextHygiene.Cut(words, MaxQuery))
        {
            By = query["who"] == "me" ? me : null,
        };
    }

    /// <summary>The same as an address says it, without what narrows nothing.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Pairs => new Dictionary<string, string?>
    {
        ["type"] = Type,
        ["state"] = State,
        ["missing"] = Missing,
        ["q"] = Query,
        ["who"] = By is null ? null : "me",
    }.Where(pair => pair.Value is not null);

    /// <summary>
    /// The items left. What is asked of their words is asked as a list of ids from an index, not row by row: a
    /// translation's row holds its whole text.
    /// </summary>
    public IQueryable<Item> Narrow(IQueryable<Item> items, IQueryable<Translation> words)
    {
        items = items.Where(item => item.BinnedAt == null);
        items = string.IsNullOrEmpty(Type) ? items : items.Where(item => item.Type == Type);
        items = By is null ? items : Of(By.EditorId, By.Name, items);
        var left = LanguageFilter.Narrow(InState(items, words), words, Missing);
        // Folded words are letters and digits, so none of them can be a wildcard. All of them stand in one title.
        var likes = Folding.Words(Query ?? "").Select(word => $"%{word}%").ToList();
        var named = likes.Aggregate(words, (all, like) => all.Where(row => EF.Functions.Like(row.FoldedTitle, like)))
            .Select(row => row.ItemId);
        return likes.Count == 0 ? left : left.Where(item => named.Contains(item.Id));
    }

    // Two people may have one name: it counts only where an older program noted nothing else.
    private static IQueryable<Item> Of(string id, string name, IQueryable<Item> items) => items.Where(item =>
        item.CreatedById == id || item.ChangedById == id
        || (item.CreatedById == null && item.CreatedBy == name)
        || (item.ChangedById == null && item.ChangedBy == name));

    private IQueryable<Item> InState(IQueryable<Item> items, IQueryable<Translation> words) => State switch
    {
        "published" => items.Where(item => words.Where(row => row.State == TranslationState.Published)
            .Select(row => row.ItemId).Contains(item.Id)),
        "withdrawn" => items.Where(item => words.Where(row => row.State == TranslationState.Withdrawn)
            .Select(row => row.ItemId).Contains(item.Id)
            && !words.Where(row => row.State == TranslationState.Published).Select(row => row.ItemId)
                .Contains(item.Id)),
        "review" =>
            items.Where(item => words.Where(row => row.AwaitsReview).Select(row => row.ItemId).Contains(item.Id)),
        "scheduled" =>
            items.Where(item => words.Where(row => row.PublishAt != null).Select(row => row.ItemId).Contains(item.Id)),
        "draft" => items.Where(item =>
            !words.Where(row => row.State == TranslationState.Published || row.State == TranslationState.Withdrawn)
                .Select(row => row.ItemId).Contains(item.Id)),
        _ => items,
    };
}
