namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>What can be done to an item or one of its translations.</summary>
public enum Verb
{
    Save,
    AskReview,
    Approve,
    SendBack,
    Schedule,
    Publish,
    PublishUrgently,
    SecondLook,
    Withdraw,
    Bin,
    Restore,
    Confirm,
}
