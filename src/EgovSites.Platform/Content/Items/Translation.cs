using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tajik.Spelling;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Content.Items;

/// <summary>An item's words in one culture, as last saved.</summary>
public sealed class Translation : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string ItemId { get; init; }

    public required string Culture { get; init; }

    public FieldValues Fields { get; set; } = new();

    /// <summary>The title, kept apart for lists.</summary>
    public string Title
    {
        get;
        set
        {
            field = value;
            FoldedTitle = Folding.Fold(value);
            SortKey = Alphabet.SortKey(value);
        }
    } = "";

    /// <summary>The title as lists are searched: a database folds no Tajik letters.</summary>
    public string FoldedTitle { get; private set; } = "";

    /// <summary>The title as a key that sorts in the Tajik alphabet.</summary>
    public string SortKey { get; private set; } = "";

    public TranslationState State { get; set; } = TranslationState.Draft;

    /// <summary>The revision in which these words last changed.</summary>
    public int ChangedIn { get; set; }

    /// <summary>The revision of the source language it was made from; 0 for the source itself.</summary>
    public int MadeFrom { get; set; }

    /// <summary>
    /// Fields that were looked at again since: name and the revision of the source they agree with; null when none.
    /// </summary>
    public FieldValues? FieldsMadeFrom { get; set; }

    /// <summary>True while words of a machine stand in it that nobody has read yet.</summary>
    public bool IsMachineDraft { get; set; }

    /// <summary>The revision that is public; 0 when none is.</summary>
    public int PublishedRevision { get; set; }

    public Review Review { get; init; } = new();

    /// <summary>The same as a plain column, worked out at every write: lists are narrowed by it.</summary>
    public bool AwaitsReview
    {
        get => Review.State == ReviewState.Asked;
        private set { }
    }

    /// <summary>When the newest words become public by themselves; null when that is not planned.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>
    /// When the public words are withdrawn by themselves, as outdated; null when that is not planned.
    /// </summary>
    public DateTimeOffset? WithdrawAt { get; set; }

    /// <summary>Who planned it.</summary>
    public string PlannedBy { get; set; } = "";

    /// <summary>Since when a plan is known to have failed; it is not tried again until somebody plans anew.</summary>
    public DateTimeOffset? PlanFailedAt { get; set; }
}
