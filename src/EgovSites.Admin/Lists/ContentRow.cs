using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Lists;

/// <summary>A line of the list of items.</summary>
public sealed record ContentRow(
    string Id, string Type, DateTimeOffset ChangedAt, string ChangedBy, IReadOnlyList<ContentRow.Words> Translations)
{
    public sealed record Words(
        string Culture, string Title, TranslationState State, int ChangedIn, int MadeFrom, int PublishedRevision,
        ReviewState Review, DateTimeOffset? PublishAt)
    {
        public Stage Stage => Workflow.StageOf(State, Review, PublishAt);
    }

    public DateTimeOffset CreatedAt { get; init; }

    public int FactsChangedIn { get; init; }

    /// <summary>Since when visitors have read it in any language.</summary>
    public DateTimeOffset? PublicSince { get; init; }

    /// <summary>The words to call the item by: Tajik first.</summary>
    public Words? Named => Cultures.All.Select(In).FirstOrDefault(words => words?.Title.Length > 0);

    public IEnumerable<Chip> Chips => Cultures.All.Select(culture => In(culture) is { } words
        ? Chip.Of(culture, words.Title, words.Stage, IsOutdated(words))
        : Chip.Of(culture, "", Stage.Missing, false));

    /// <summary>The state of the item as a whole: <c>content.is.{state}</c>.</summary>
    public string State =>
        Translations.Any(words => words.Stage == Stage.InReview) ? "inreview"
        : Translations.Any(words => words.Stage == Stage.Approved) ? "approved"
        : Translations.Any(words => words.Stage == Stage.Scheduled) ? "scheduled"
        : Translations.Any(words => words.State == TranslationState.Published)
            ? Translations.Any(words => words.State == TranslationState.Published
                && Math.Max(words.ChangedIn, FactsChangedIn) > words.PublishedRevision) ? "changed" : "published"
        : Translations.Any(words => words.State == TranslationState.Withdrawn) ? "withdrawn"
        : "draft";

    public string Look =>
        State switch { "published" => "good", "changed" or "inreview" => "warn", "withdrawn" => "stop", _ => "" };

    private Words? In(string culture) => Translations.FirstOrDefault(words => words.Culture == culture);

    private bool IsOutdated(Words words) => words.Title.Length > 0
        && Translations.Any(source => source.Title.Length > 0
            && SourceLanguage.IsOutdated(source.MadeFrom, source.ChangedIn, words.MadeFrom));
}
