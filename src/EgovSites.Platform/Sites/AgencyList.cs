using CsvHelper;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Sites;

/// <summary>The real bodies of the Republic, as <c>tenants/agencies.csv</c> lists them, and the portal.</summary>
public sealed class AgencyList(Standards standards)
{
    private readonly Lazy<IReadOnlyList<TenantSpecification>> _all = new(() => Read(Path.Combine(standards.Folder, "agencies.csv")));

    /// <summary>The portal's own site.</summary>
    public static TenantSpecification Portal { get; } = new(
        "portal",
        Tenant.PortalKind,
        "central",
        new("Портали ягонаи мақомоти давлатӣ", "Единый портал государственных органов", "Unified portal of state bodies"),
        new("Портали ягонаи мақомоти давлатии Ҷумҳурии Тоҷикистон", "Единый портал государственных органов Республики Таджикистан", "Unified portal of state bodies of the Republic of Tajikistan"));

    public IReadOnlyList<TenantSpecification> All => _all.Value;

    public TenantSpecification? Find(string slug) => All.FirstOrDefault(agency => agency.Slug == slug);

    private static List<TenantSpecification> Read(string file)
    {
        using var csv = CsvReader.FromFile(file);
        csv.ReadHeader();
        var agencies = new List<TenantSpecification>();
        while (csv.Read())
        {
            agencies.Add(new TenantSpecification(
                csv.GetString("slug"), csv.GetString("kind"), csv.GetString("region"), Words(csv, "name"), Words(csv, "body")));
        }

        return agencies;
    }

    private static Trilingual Words(CsvReader csv, string column) =>
        new(csv.GetString($"{column}_tg"), csv.GetString($"{column}_ru"), csv.GetString($"{column}_en"));
}
