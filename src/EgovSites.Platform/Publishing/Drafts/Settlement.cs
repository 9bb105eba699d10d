using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;
using EgovSites.Platform.Storage.Sites;

namespace EgovSites.Platform.Publishing.Drafts;

/// <summary>
/// Decides at a save which translations still say what the source says. One moves to the present source when it is
/// first written, when an editor vouches for every changed field, or when nothing in the source differs after all;
/// mending the translation or publishing it moves nothing.
/// </summary>
internal sealed class Settlement
{
    private readonly SourceChanges _changes;
    private readonly string? _source;
    private readonly int _changedIn;
    private readonly HashSet<string> _written;
    private readonly HashSet<string> _behind;

    /// <summary>Remembers how the item stands before the save.</summary>
    public Settlement(Item item, IReadOnlyDictionary<int, Revision> revisions)
        : this(item, new SourceChanges(revisions))
    {
    }

    private Settlement(Item item, SourceChanges changes)
    {
        (_changes, _source, _changedIn) =
            (changes, SourceLanguage.Of(item)?.Culture, SourceLanguage.Of(item)?.ChangedIn ?? 0);
        _written = [.. item.Translations.Where(words => words.Title.Length > 0).Select(words => words.Culture)];
        _behind = [.. item.Translations.Where(words => SourceLanguage.IsOutdated(item, words))
            .Select(words => words.Culture)];
    }

    public static async Task<Settlement> BeginAsync(SiteDbContext db, Item item, CancellationToken cancellation) =>
        new(item, await SourceChanges.LoadAsync(db, item, cancellation));

    /// <summary>Brings the item's records in line after its words were changed.</summary>
    public void Settle(Item item, ItemDraft draft)
    {
        foreach (var words in item.Translations)
        {
            words.IsMachineDraft = words.Culture == draft.MachineCulture
                || (words.IsMachineDraft && words.Culture != draft.ReadCulture);
        }

        if (SourceLanguage.Of(item) is not { } source)
        {
            return;
        }

        (source.MadeFrom, source.FieldsMadeFrom) = (0, null);
        foreach (var words in item.Translations.Where(words => words != source))
        {
            Settle(item, words, source, draft.Vouches.Where(vouch => vouch.Culture == words.Culture).ToList());
        }
    }

    private void Settle(Item item, Translation words, Translation source, List<Vouch> vouches)
    {
        // A new source was made from the words that stand here, so those agree with it unless they lagged before.
        var isNew = !_written.Contains(words.Culture)
            || (source.Culture != _source && !_behind.Contains(words.Culture));
        if (isNew || words.Title.Length == 0)
        {
            Agree(words, source);
            return;
        }

        words.MadeFrom = words.MadeFrom > 0 ? words.MadeFrom : _changedIn;
        foreach (var change in _changes.Of(item, words.Culture)
            .Where(change => vouches.Any(vouch => vouch.Field is null || vouch.Field == change.Field)))
        {
            words.FieldsMadeFrom = words.FieldsMadeFrom?.Copy() ?? new FieldValues();
            // A decimal, because a node made from an int is not read as one before it has been stored.
            words.FieldsMadeFrom[change.Field] = JsonValue.Create((decimal)source.ChangedIn);
        }

        if (_changes.Of(item, words.Culture).Count == 0)
        {
            Agree(words, source);
        }
    }

    private static void Agree(Translation words, Translation source) =>
        (words.MadeFrom, words.FieldsMadeFrom) = (source.ChangedIn, null);
}
