using System.Collections.Frozen;
using EgovSites.Platform.Tajik;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tajik.Spelling;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Sites;

/// <summary>
/// The running agencies by name: in the order of the alphabet, and found by words. Worked out once for each state of
/// the directory.
/// </summary>
public sealed class BodyNames(TenantDirectory tenants)
{
    /// <summary>Shorter words stand in too many names to mean one.</summary>
    private const int ShortestWord = 3;

    private sealed record Known(
        int Version, FrozenDictionary<string, IReadOnlyList<Tenant>> InOrder, FrozenDictionary<string, string> Forms);

    private Known? _known;

    /// <summary>All running agencies as readers of a language look for them.</summary>
    public IReadOnlyList<Tenant> InOrder(string culture) => Now().InOrder[culture];

    /// <summary>
    /// Whether all words stand in one of a body's names: a reader of one language may well know it by its name in
    /// another.
    /// </summary>
    public bool Has(Tenant body, IReadOnlyList<SearchWord> words) =>
        Now().Forms.TryGetValue(body.Id, out var forms) && words.All(word => word.IsIn(forms));

    /// <summary>Whether each word begins a word of its names.</summary>
    public bool Begins(Tenant body, IReadOnlyList<SearchWord> words) =>
        Now().Forms.TryGetValue(body.Id, out var forms) && words.All(word => word.Begins(forms));

    /// <summary>
    /// The body of a slug; else the one of that name, else the shortest name with all these words. Null for none.
    /// </summary>
    public Tenant? Find(string asked, string culture)
    {
        if (tenants.BySlug(asked) is { } named)
        {
            return named is { IsPortal: false, State: TenantState.Running } ? named : null;
        }

        var words = SearchWord.In(asked);
        return words.All(word => word.Folded.Length < ShortestWord) ? null
            : InOrder(culture).Where(body => Has(body, words))
                .MinBy(body => (!IsNamed(body, culture, asked), body.Name[culture].Length));
    }

    private static bool IsNamed(Tenant body, string culture, string asked) =>
        body.Name[culture].Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase);

    private Known Now()
    {
        var version = tenants.Version;
        return _known is { } known && known.Version == version ? known : _known = Read(version);
    }

    private Known Read(int version)
    {
        var running = tenants.Agencies.Where(tenant => tenant.State == TenantState.Running).ToList();
        return new Known(
            version,
            Cultures.All.ToFrozenDictionary(
                culture => culture, culture => Sorted(running, culture), StringComparer.Ordinal),
            running.ToFrozenDictionary(tenant => tenant.Id, FormsOf, StringComparer.Ordinal));
    }

    private static IReadOnlyList<Tenant> Sorted(IEnumerable<Tenant> bodies, string culture) =>
        [.. bodies.OrderBy(body => Alphabet.SortKey(body.Name[culture]), StringComparer.Ordinal)];

    private static string FormsOf(Tenant tenant) =>
        Folding.ForSearch(
            string.Join(' ', Cultures.All.SelectMany(culture => new[] { tenant.Name[culture], tenant.Body[culture] })
                .Append(tenant.Slug)));
}
