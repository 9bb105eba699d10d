using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Content.Stored;
using EgovSites.Platform.Storage.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Recipes;

/// <summary>
/// One recipe at work on one tenant: where it writes, what its scripts may ask, what it had to leave out.
/// </summary>
public sealed record RecipeRun(Tenant Tenant, Standard Standard, SiteDbContext Db, DateTimeOffset Now)
{
    /// <summary>Values for <c>parameters('…')</c>.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Pictures by the path recipes know them under.</summary>
    public Dictionary<string, MediaFile> Media { get; } = new(StringComparer.Ordinal);

    /// <summary>What the recipe asked for and did not get, in words for its author.</summary>
    public List<string> Reports { get; } = [];
}
