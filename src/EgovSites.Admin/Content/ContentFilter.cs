using EgovSites.Platform.Content;
using EgovSites.Platform.Tajik;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Content;

/// <summary>What the list of items is narrowed by, as the address says it; unknown words narrow nothing.</summary>
public sealed record ContentFilter(string? Type, string? State, string? Missing, string? Query)
{
    /// <summary>Stands for "translated, but the source has changed since" among the missing languages.</summary>
    public const string Outdated = LanguageFilter.Outdated;

    public static IReadOnlyList<string> States { get; } = ["published", "draft", "review", "scheduled", "withdrawn"];

    public IQueryable<Item> Narrow(IQueryable<Item> items)
    {
        items = items.Where(item => item.BinnedAt == null);
        if (!string.IsNullOrEmpty(Type))
        {
            items = items.Where(item => item.Type == Type);
        }

        items = State switch
        {
            "published" => items.Where(item => item.Translations.Any(words => words.State == TranslationState.Published)),
            "withdrawn" => items.Where(item => !item.Translations.Any(words => words.State == TranslationState.Published)
                && item.Translations.Any(words => words.State == TranslationState.Withdrawn)),
            "review" => items.Where(item => item.Translations.Any(words => words.Review.State == ReviewState.Asked)),
            "scheduled" => items.Where(item => item.Translations.Any(words => words.PublishAt != null)),
            "draft" => items.Where(item => !item.Translations.Any(words => words.State != TranslationState.Draft)),
            _ => items,
        };
        items = LanguageFilter.Narrow(items, Missing);
        // Folded words are letters and digits, so none of them can be a wildcard.
        return Folding.Words(Query ?? "").Select(word => $"%{word}%")
            .Aggregate(items, (all, like) => all.Where(item => item.Translations.Any(words => EF.Functions.Like(words.FoldedTitle, like))));
    }
}
