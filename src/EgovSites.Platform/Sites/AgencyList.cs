using CsvHelper;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Sites;

/// <summary>The real bodies of the Republic, as <c>tenants/agencies.csv</c> lists them, and the portal.</summary>
public sealed class AgencyList(Standards standards)
{
    private readonly Lazy<IReadOnlyList<TenantSpecification>> _all =
        new(() => Read(Path.Combine(standards.Folder, "agencies.csv")));

    /// <summary>The portal's own site.</summary>
    public static TenantSpecification Portal { get; } = new(
        "portal",
        Tenant.PortalKind,
        "central",
        new("Портали ягонаи мақомоти давлатӣ", "Единый портал государственных органов",
            "Unified portal of state bodies"),
        new("Портали ягонаи мақомоти давлатии Ҷумҳурии Тоҷикистон",
            "Единый портал государственных органов Республики Таджикистан",
            "Unified portal of state bodies of the Republic of Tajikistan"));

    public IReadOnlyList<TenantSpecification> All => _all.Value;

    public TenantSpecification? Find(string slug) => All.FirstOrDefault(agency => agency.Slug == slug);

    /// <summary>
    /// The bodies of a file in the form of <c>agencies.csv</c>; throws <see cref="InvalidDataException"/> for one of
    /// another form.
    /// </summary>
    public static IReadOnlyList<TenantSpecification> Read(string file)
    {
        try
        {
            return [.. Rows(file)];
        }
        catch (Exception error) when (error is KeyNotFoundException or IndexOutOfRangeException or CsvFormatException)
        {
            throw new InvalidDataException(
                $"{file} is not a list of bodies: it needs the columns slug, kind, region, name_tg, name_ru, name_en, body_tg, body_ru and body_en. {error.Message.Split('\n')[0].Trim()}", error);
        }
    }

    private static IEnumerable<TenantSpecification> Rows(string file)
    {
        using var csv = CsvReader.FromFile(file);
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return new TenantSpecification(
                csv.GetString("slug"), csv.GetString("kind"), csv.GetString("region"), Words(csv, "name"),
                Words(csv, "body"));
        }
    }

    private static Trilingual Words(CsvReader csv, string column) =>
        new(csv.GetString($"{column}_tg"), csv.GetString($"{column}_ru"), csv.GetString($"{column}_en"));
}
