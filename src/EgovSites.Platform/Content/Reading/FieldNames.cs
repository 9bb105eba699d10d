namespace EgovSites.Platform.Content.Reading;

/// <summary>The fields of the platform's own parts, which lists, routes and feeds know by name.</summary>
public static class FieldNames
{
    public const string Title = "Title";
    public const string Slug = "Slug";
    public const string Summary = "Summary";
    public const string Body = "Body";
    public const string ShownAt = "ShownAt";
    public const string Deadline = "Deadline";
    public const string StartsAt = "StartsAt";
    public const string EndsAt = "EndsAt";
    public const string Picture = "Picture";
    public const string Files = "Files";
    public const string Topic = "Topic";
    public const string Order = "Order";
    public const string PageTitle = "PageTitle";
    public const string PageDescription = "PageDescription";
}
