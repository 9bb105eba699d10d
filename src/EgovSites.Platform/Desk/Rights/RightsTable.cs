using EgovSites.Platform.Accounts;

namespace EgovSites.Platform.Desk.Rights;

/// <summary>
/// The one table of rights, put together from the rows that stand beside the pages; what has no row is closed.
/// </summary>
public sealed class RightsTable
{
    public const string OfSite = "/admin/sites/{site}";

    private readonly Dictionary<(string Page, string Verb), Right> _rights = [];

    /// <summary>Throws <see cref="InvalidDataException"/> when two rows speak of the same.</summary>
    public RightsTable(IEnumerable<Right> rights)
    {
        Rows = [.. rights.OrderBy(right => right.Page, StringComparer.Ordinal)];
        foreach (var (right, verb) in Rows.SelectMany(right => right.Verbs.Select(verb => (right, verb))))
        {
            if (!_rights.TryAdd((right.Page, verb), right))
            {
                throw new InvalidDataException($"The table of rights speaks twice of {verb} {right.Page}.");
            }
        }
    }

    public IReadOnlyList<Right> Rows { get; }

    /// <summary>The row of a page and verb; null where there is none.</summary>
    public Right? Find(string page, string verb) => _rights.GetValueOrDefault((page, verb));

    public bool Allows(string page, string verb, IEnumerable<Role> held) =>
        Find(page, verb)?.Who.Includes(held) == true;
}
