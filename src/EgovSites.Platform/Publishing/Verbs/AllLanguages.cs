using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// What "all languages" means to who publishes them together: what was planned or withdrawn on purpose is none of it.
/// </summary>
public static class AllLanguages
{
    /// <summary>Nothing, or why a language stays as it is; its own button still publishes it.</summary>
    public static Reason? LeftOut(Item item, string culture) =>
        Workflow.StageOf(item, culture) == Stage.Scheduled
            ? new Reason("publish.leftPlanned", Cultures.NativeName(culture))
        : item.In(culture)?.State == TranslationState.Withdrawn
        ? new Reason("publish.leftWithdrawn", Cultures.NativeName(culture))
        : null;
}
