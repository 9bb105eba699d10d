using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Types;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>The one table of editorial work: which verb is open at which stage, and to whom.</summary>
public static class Workflow
{
    private static readonly Dictionary<(Stage, Verb), Role> Table = new()
    {
        [(Stage.Missing, Verb.Save)] = Role.Translator,
        [(Stage.Missing, Verb.Bin)] = Role.Author,

        [(Stage.Draft, Verb.Save)] = Role.Translator,
        [(Stage.Draft, Verb.AskReview)] = Role.Author,
        [(Stage.Draft, Verb.Schedule)] = Role.Editor,
        [(Stage.Draft, Verb.Publish)] = Role.Editor,
        [(Stage.Draft, Verb.PublishUrgently)] = Role.Editor,
        [(Stage.Draft, Verb.Bin)] = Role.Author,

        [(Stage.InReview, Verb.Save)] = Role.Translator,
        [(Stage.InReview, Verb.Approve)] = Role.Editor,
        [(Stage.InReview, Verb.SendBack)] = Role.Editor,
        [(Stage.InReview, Verb.Schedule)] = Role.Editor,
        [(Stage.InReview, Verb.Publish)] = Role.Editor,
        [(Stage.InReview, Verb.PublishUrgently)] = Role.Editor,
        [(Stage.InReview, Verb.Withdraw)] = Role.Editor,
        [(Stage.InReview, Verb.Bin)] = Role.Editor,
        [(Stage.InReview, Verb.Confirm)] = Role.Editor,

        [(Stage.Approved, Verb.Save)] = Role.Translator,
        [(Stage.Approved, Verb.SendBack)] = Role.Editor,
        [(Stage.Approved, Verb.Schedule)] = Role.Editor,
        [(Stage.Approved, Verb.Publish)] = Role.Editor,
        [(Stage.Approved, Verb.Withdraw)] = Role.Editor,
        [(Stage.Approved, Verb.Bin)] = Role.Editor,
        [(Stage.Approved, Verb.Confirm)] = Role.Editor,

        [(Stage.Scheduled, Verb.Save)] = Role.Translator,
        [(Stage.Scheduled, Verb.Schedule)] = Role.Editor,
        [(Stage.Scheduled, Verb.Publish)] = Role.Editor,
        [(Stage.Scheduled, Verb.PublishUrgently)] = Role.Editor,
        [(Stage.Scheduled, Verb.Withdraw)] = Role.Editor,
        [(Stage.Scheduled, Verb.Bin)] = Role.Editor,
        [(Stage.Scheduled, Verb.Confirm)] = Role.Editor,

        [(Stage.Published, Verb.Save)] = Role.Translator,
        [(Stage.Published, Verb.AskReview)] = Role.Author,
        [(Stage.Published, Verb.Schedule)] = Role.Editor,
        [(Stage.Published, Verb.Publish)] = Role.Editor,
        [(Stage.Published, Verb.PublishUrgently)] = Role.Editor,
        [(Stage.Published, Verb.SecondLook)] = Role.Editor,
        [(Stage.Published, Verb.Withdraw)] = Role.Editor,
        [(Stage.Published, Verb.Bin)] = Role.Editor,
        [(Stage.Published, Verb.Confirm)] = Role.Editor,

        [(Stage.Withdrawn, Verb.Save)] = Role.Translator,
        [(Stage.Withdrawn, Verb.AskReview)] = Role.Author,
        [(Stage.Withdrawn, Verb.Schedule)] = Role.Editor,
        [(Stage.Withdrawn, Verb.Publish)] = Role.Editor,
        [(Stage.Withdrawn, Verb.PublishUrgently)] = Role.Editor,
        [(Stage.Withdrawn, Verb.Bin)] = Role.Editor,

        [(Stage.Binned, Verb.Restore)] = Role.Author,
    };

    /// <summary>The least role that may begin an item; a translator only adds words to one that is there.</summary>
    public const Role LeastToCreate = Role.Author;

    /// <summary>The least role that may do it, or null where nobody may.</summary>
    public static Role? LeastRole(Stage stage, Verb verb) =>
        Table.TryGetValue((stage, verb), out var role) ? role : null;

    public static bool Allows(Stage stage, Verb verb, Role role) =>
        LeastRole(stage, verb) is { } least && role >= least;

    /// <summary>Nothing, or why this verb is closed.</summary>
    public static Reason? Refusal(Stage stage, Verb verb, Role role) => LeastRole(stage, verb) switch
    {
        null => new Reason("workflow.closed"),
        { } least when role < least => new Reason("workflow.role"),
        _ => null,
    };

    /// <summary>The same for one translation: what the standard says of its type comes on top of the table.</summary>
    public static Reason? Refusal(ContentType type, Item item, string culture, Verb verb, Role role) =>
        Refusal(StageOf(item, culture), verb, role) ?? verb switch
        {
            Verb.Publish or Verb.Schedule when type.Behaviours.Reviewed && !IsApproved(item, culture) =>
                new Reason("review.needed"),
            Verb.PublishUrgently when !type.Behaviours.Reviewed => new Reason("workflow.closed"),
            Verb.Schedule when !type.Behaviours.Schedulable => new Reason("schedule.notThisType"),
            _ => null,
        };

    public static bool IsApproved(Item item, string culture) => item.In(culture)?.Review.State == ReviewState.Approved;

    public static Stage StageOf(Item item, string culture) =>
        item.BinnedAt is not null ? Stage.Binned
        : item.In(culture) is not { } words ? Stage.Missing
        : StageOf(words.State, words.Review.State, words.PlanFailedAt is null ? words.PublishAt : null);

    public static Stage StageOf(TranslationState state, ReviewState review, DateTimeOffset? publishAt) =>
        publishAt is not null ? Stage.Scheduled
        : review == ReviewState.Asked ? Stage.InReview
        : review == ReviewState.Approved ? Stage.Approved
        : state switch
        {
            TranslationState.Published => Stage.Published,
            TranslationState.Withdrawn => Stage.Withdrawn,
            _ => Stage.Draft,
        };
}
