using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Sites;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Host.Commands.Tools;

/// <summary>
/// A list of bodies in the form of <c>tenants/agencies.csv</c>, looked at as a whole before anything is made.
/// </summary>
internal sealed record BodiesFile(IReadOnlyList<TenantSpecification> New, int Present, IReadOnlyList<string> Refusals)
{
    /// <summary>Throws <see cref="InvalidDataException"/> for a file without the columns.</summary>
    public static BodiesFile Read(string file, Standard standard, TenantDirectory directory)
    {
        var bodies = AgencyList.Read(file);
        var doubles = bodies.CountBy(body => body.Slug).Where(pair => pair.Value > 1).Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        var refusals = bodies.Select((body, index) => (Row: index + 2, Reason: Refusal(body, standard, doubles)))
            .Where(one => one.Reason is not null)
            .Select(one => $"row {one.Row}: {one.Reason}").ToList();
        var (present, missing) = (bodies.Count(IsThere), bodies.Where(body => !IsThere(body)).ToList());
        return new BodiesFile(missing, present, refusals);

        bool IsThere(TenantSpecification body) => directory.BySlug(body.Slug) is not null;
    }

    private static string? Refusal(TenantSpecification body, Standard standard, HashSet<string> doubles) =>
        !Slug.IsValid(body.Slug)
            ? $"'{body.Slug}' cannot be an address: lower-case Latin letters, digits and hyphens only."
        : doubles.Contains(body.Slug) ? $"'{body.Slug}' stands more than once in the list."
        : standard.Kind(body.Kind) is null || body.Kind == Tenant.PortalKind
        ? $"the standard knows no kind of body '{body.Kind}'."
        : new[] { body.Name.Tg, body.Name.Ru, body.Name.En, body.Body.Tg, body.Body.Ru, body.Body.En }.Any(
            string.IsNullOrWhiteSpace) ? $"'{body.Slug}' lacks a name in one of the languages."
        : null;
}
