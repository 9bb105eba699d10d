using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;

namespace EgovSites.Platform.Publishing;

/// <summary>The one table of editorial work: which verb is open at which stage, and to whom.</summary>
public static class Workflow
{
    private static readonly Dictionary<(Stage, Verb), Role> Table = new()
    {
        [(Stage.Missing, Verb.Save)] = Role.Author,
        [(Stage.Missing, Verb.Bin)] = Role.Author,

        [(Stage.Draft, Verb.Save)] = Role.Author,
        [(Stage.Draft, Verb.Publish)] = Role.Editor,
        [(Stage.Draft, Verb.Bin)] = Role.Author,

        [(Stage.Published, Verb.Save)] = Role.Author,
        [(Stage.Published, Verb.Publish)] = Role.Editor,
        [(Stage.Published, Verb.Withdraw)] = Role.Editor,
        [(Stage.Published, Verb.Bin)] = Role.Editor,

        [(Stage.Withdrawn, Verb.Save)] = Role.Author,
        [(Stage.Withdrawn, Verb.Publish)] = Role.Editor,
        [(Stage.Withdrawn, Verb.Bin)] = Role.Editor,

        [(Stage.Binned, Verb.Restore)] = Role.Author,
    };

    /// <summary>The least role that may do it, or null where nobody may.</summary>
    public static Role? LeastRole(Stage stage, Verb verb) => Table.TryGetValue((stage, verb), out var role) ? role : null;

    public static bool Allows(Stage stage, Verb verb, Role role) => LeastRole(stage, verb) is { } least && role >= least;

    /// <summary>Nothing, or why this verb is closed.</summary>
    public static Reason? Refusal(Stage stage, Verb verb, Role role) => LeastRole(stage, verb) switch
    {
        null => new Reason("workflow.closed"),
        { } least when role < least => new Reason("workflow.role"),
        _ => null,
    };

    public static Stage StageOf(Item item, string culture) =>
        item.BinnedAt is not null ? Stage.Binned
        : item.In(culture) is not { } translation ? Stage.Missing
        : translation.State switch
        {
            TranslationState.Published => Stage.Published,
            TranslationState.Withdrawn => Stage.Withdrawn,
            _ => Stage.Draft,
        };
}
