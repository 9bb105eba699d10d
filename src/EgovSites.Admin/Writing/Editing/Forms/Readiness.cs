using EgovSites.Admin.Lists;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Content.Types;
using EgovSites.Platform.Publishing.Files;
using EgovSites.Platform.Publishing.Verbs;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Writing.Editing.Forms;

/// <summary>
/// Says what keeps the saved words of an item from being published, before anybody presses the button.
/// </summary>
public sealed class Readiness(
    ContentType type, Item item, IReadOnlyDictionary<string, MediaFile> media, Role role, PageWeight weight)
{
    /// <summary>Nothing, or each reason with the place to mend it.</summary>
    public IReadOnlyList<Reason> Reasons(IReadOnlyCollection<string> cultures, bool isUrgent = false)
    {
        var verb = isUrgent ? Verb.PublishUrgently : Verb.Publish;
        var closed = cultures.Select(culture => Workflow.Refusal(type, item, culture, verb, role)).OfType<Reason>()
            .Distinct().ToList();
        return closed.Count > 0 && !cultures.All(IsEmpty) ? closed : Missing(cultures);
    }

    /// <summary>What has to be filled in before anybody may publish.</summary>
    public IReadOnlyList<Reason> Missing(IReadOnlyCollection<string> cultures) =>
        [.. PublishCheck.Missing(type, item, cultures), .. MediaCheck.Missing(type, item, media, cultures),
            .. weight.Refusals(type, item, cultures, media)];

    /// <summary>Nothing to mend, and only the second pair of eyes is still needed.</summary>
    public bool NeedsReview(string culture) =>
        type.Behaviours.Reviewed && !Workflow.IsApproved(item, culture) && Allows(culture, Verb.AskReview);

    public Stage StageOf(string culture) => Workflow.StageOf(item, culture);

    /// <summary>The languages that can be published as they are.</summary>
    public IReadOnlyList<string> Complete =>
        [.. Cultures.All.Where(culture => !IsEmpty(culture) && Reasons([culture]).Count == 0)];

    /// <summary>The languages in which something is written.</summary>
    public IReadOnlyList<string> Begun => [.. Cultures.All.Where(culture => !IsEmpty(culture))];

    /// <summary>The languages that publishing all at once leaves as they are, with the reason.</summary>
    public IReadOnlyList<Reason> LeftOut =>
        [.. Begun.Select(culture => AllLanguages.LeftOut(item, culture)).OfType<Reason>()];

    /// <summary>
    /// The languages that publishing all at once means: those that are complete, else those that are begun.
    /// </summary>
    public IReadOnlyList<string> Meant =>
        Complete.Where(IsMeant).ToList() is { Count: > 0 } complete ? complete : [.. Begun.Where(IsMeant)];

    public Chip ChipOf(string culture) => item.In(culture) is { } words
        ? Chip.Of(culture, words.Title, Workflow.StageOf(item, culture), SourceLanguage.IsOutdated(item, words))
        : Chip.Of(culture, "", Stage.Missing, false);

    public bool Allows(string culture, Verb verb) => Workflow.Allows(Workflow.StageOf(item, culture), verb, role);

    /// <summary>
    /// Whether a button may offer it: what is not written yet will be a draft once the form is saved.
    /// </summary>
    public bool Offers(string culture, Verb verb) =>
        Workflow.Allows(StageOf(culture) == Stage.Missing ? Stage.Draft : StageOf(culture), verb, role);

    private bool IsMeant(string culture) => AllLanguages.LeftOut(item, culture) is null;

    private bool IsEmpty(string culture) => string.IsNullOrEmpty(item.In(culture)?.Title);
}
