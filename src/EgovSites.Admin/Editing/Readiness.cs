using EgovSites.Admin.Content;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Fields;
using EgovSites.Platform.Media;
using EgovSites.Platform.Publishing;
using EgovSites.Platform.Tajik;

namespace EgovSites.Admin.Editing;

/// <summary>Says what keeps the saved words of an item from being published, before anybody presses the button.</summary>
public sealed class Readiness(ContentType type, Item item, IReadOnlyDictionary<string, MediaFile> media, Role role)
{
    /// <summary>Weighs the page; without it, weight is no reason.</summary>
    public PageWeight? Weight { get; init; }

    /// <summary>Nothing, or each reason with the place to mend it.</summary>
    public IReadOnlyList<Reason> Reasons(IReadOnlyCollection<string> cultures)
    {
        var closed = cultures.Select(culture => Workflow.Refusal(Workflow.StageOf(item, culture), Verb.Publish, role)).OfType<Reason>().Distinct().ToList();
        return closed.Count > 0 && !cultures.All(IsEmpty)
            ? closed
            : [.. PublishCheck.Missing(type, item, cultures), .. cultures.SelectMany(Undescribed), .. Weight?.Refusals(type, item, cultures, media) ?? []];
    }

    /// <summary>The languages that can be published as they are.</summary>
    public IReadOnlyList<string> Complete => [.. Cultures.All.Where(culture => !IsEmpty(culture) && Reasons([culture]).Count == 0)];

    /// <summary>The languages in which something is written.</summary>
    public IReadOnlyList<string> Begun => [.. Cultures.All.Where(culture => !IsEmpty(culture))];

    public Chip ChipOf(string culture) => item.In(culture) is { } words
        ? Chip.Of(culture, words.Title, words.State, IsOutdated(words))
        : Chip.Of(culture, "", TranslationState.Draft, false);

    public bool Allows(string culture, Verb verb) => Workflow.Allows(Workflow.StageOf(item, culture), verb, role);

    private bool IsEmpty(string culture) => string.IsNullOrEmpty(item.In(culture)?.Title);

    private bool IsOutdated(Translation words) =>
        words.MadeFrom > 0 && item.In(Cultures.Default) is { } source && source.ChangedIn > words.MadeFrom;

    private IEnumerable<Reason> Undescribed(string culture) =>
        from field in type.SharedFields
        where FieldTypes.Of(field) is MediaField and not ContentPickerField and not FileField
        from id in MediaField.IdsOf(item.Shared[field.Name])
        where media.TryGetValue(id, out var file) && file.IsPicture && file.Alt[culture].Length == 0
        select new Reason("media.altMissing", Cultures.NativeName(culture)).At(field.Name);
}
