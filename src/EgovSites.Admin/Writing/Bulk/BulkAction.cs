namespace EgovSites.Admin.Writing.Bulk;

/// <summary>What can be done to many items at once.</summary>
public enum BulkAction
{
    Publish,
    Withdraw,
    Bin,
    Undo,
    Topic,
}
