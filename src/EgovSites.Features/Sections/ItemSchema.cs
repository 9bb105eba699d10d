using System.Globalization;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Features.Sections;

/// <summary>An item as a schema.org object, by the schema its type declares.</summary>
internal static class ItemSchema
{
    /// <summary>The object, or null for a type without one.</summary>
    public static object? Of(ItemView item, Tenant tenant, string address, string? picture)
    {
        var facts = item.Type.Schema switch
        {
            "NewsArticle" => Article(item, address, picture),
            "JobPosting" => Job(item, tenant),
            "Event" => Happening(item, tenant, picture),
            "GovernmentService" => Service(item, tenant),
            _ => null,
        };
        return facts is null ? null : new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = item.Type.Schema,
            ["url"] = address,
            ["inLanguage"] = item.Culture,
            ["publisher"] = item.Type.Schema == "NewsArticle" ? Organization(item, tenant) : null,
        }.Concat(facts).Where(pair => pair.Value is not null).ToDictionary();
    }

    private static Dictionary<string, object?> Article(ItemView item, string address, string? picture) => new()
    {
        ["headline"] = item.Title,
        ["description"] = item.Summary,
        ["datePublished"] = Iso(item.Item.ShownAt),
        ["dateModified"] = Iso(item.Item.UpdatedAt),
        ["image"] = picture,
        ["mainEntityOfPage"] = address,
    };

    private static Dictionary<string, object?> Job(ItemView item, Tenant tenant) => new()
    {
        ["title"] = item.Title,
        ["description"] = $"{item.Summary} {item.Html(FieldNames.Body).ToText()}".Trim(),
        ["datePosted"] = Iso(item.Item.ShownAt),
        ["validThrough"] = Iso(item.Item.Deadline),
        ["hiringOrganization"] = Organization(item, tenant),
        ["jobLocation"] = Place(item.Text("Place")),
        ["baseSalary"] = item.Item.Fields.Number("Salary") is { } salary ? Salary(salary) : null,
    };

    private static Dictionary<string, object?> Happening(ItemView item, Tenant tenant, string? picture) => new()
    {
        ["name"] = item.Title,
        ["description"] = item.Summary,
        ["startDate"] = Iso(item.Item.StartsAt),
        ["endDate"] = Iso(item.Item.EndsAt),
        ["location"] = Place(item.Has("Venue") ? item.Text("Venue") : tenant.Name[item.Culture]),
        ["organizer"] = Organization(item, tenant),
        ["image"] = picture,
    };

    private static Dictionary<string, object?> Service(ItemView item, Tenant tenant) => new()
    {
        ["name"] = item.Title,
        ["description"] = item.Summary,
        ["provider"] = Organization(item, tenant),
    };

    private static Dictionary<string, object?> Organization(ItemView item, Tenant tenant) => new()
    {
        ["@type"] = "GovernmentOrganization",
        ["name"] = tenant.Body[item.Culture],
    };

    private static Dictionary<string, object?> Place(string name) => new()
    {
        ["@type"] = "Place",
        ["name"] = name,
        ["address"] = new Dictionary<string, object?>
        {
            ["@type"] = "PostalAddress",
            ["addressCountry"] = "TJ",
            ["streetAddress"] = name
        },
    };

    private static Dictionary<string, object?> Salary(decimal amount) => new()
    {
        ["@type"] = "MonetaryAmount",
        ["currency"] = "TJS",
        ["value"] = new Dictionary<string, object?>
        {
            ["@type"] = "QuantitativeValue",
            ["value"] = amount,
            ["unitText"] = "MONTH"
        },
    };

    private static string? Iso(DateTimeOffset? instant) =>
        instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
