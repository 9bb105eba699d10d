using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Founding;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Demo;

/// <summary>
/// Creates the portal and the agencies asked for: <c>demo</c>, <c>all</c>, a number, or slugs with commas.
/// </summary>
public sealed class DemoSites(TenantDirectory directory, ManyBirths births, AgencyList agencies, Standards standards)
{
    public const string Default = "demo";

    /// <summary>The setting that says which sites to make.</summary>
    public const string Setting = "Demo:Agencies";

    /// <summary>Throws <see cref="ArgumentException"/> for a choice that cannot be made, before anything is.</summary>
    public void Check(string wanted) => _ = Chosen(wanted).Count();

    public async Task CreateMissingAsync(
        string wanted, Action<int, int, Tenant>? report, CancellationToken cancellation)
    {
        var missing = new[] { AgencyList.Portal }.Concat(Chosen(wanted))
            .Where(agency => directory.BySlug(agency.Slug) is null).ToList();
        await births.RunAsync(missing, Own, report, cancellation);
    }

    private IEnumerable<TenantSpecification> Chosen(string wanted)
    {
        var named = Directory.GetFiles(Folder, "*.recipe.json").Select(file => Path.GetFileName(file).Split('.')[0])
            .Order(StringComparer.Ordinal).ToList();
        return wanted switch
        {
            "all" => agencies.All,
            Default => named.Select(Known),
            _ when int.TryParse(wanted, out var count) =>
                count < 0 ? throw new ArgumentException($"{wanted} is no number of sites.", nameof(wanted))
                    : named.Select(Known).Concat(agencies.All.Where(agency => !named.Contains(agency.Slug)))
                        .Take(count),
            _ => wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(Known),
        };
    }

    private TenantSpecification Known(string slug) =>
        agencies.Find(slug) ?? throw new ArgumentException($"tenants/agencies.csv has no body '{slug}'.", nameof(slug));

    private List<string> Own(TenantSpecification agency) =>
        [.. Directory.GetFiles(Folder, $"{agency.Slug}.recipe.json")];

    private string Folder => Path.Combine(standards.Folder, "demo");
}
