namespace EgovSites.Platform.Content.Types;

/// <summary>The order of a type's public list.</summary>
public enum ListOrder
{
    Newest,
    Deadline,
    Starts,
    Order,
    Title,
}
