using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Definitions;
using EgovSites.Platform.Publishing.Addresses;
using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Redirects;

/// <summary>
/// What a new redirect is held against: those there are, and the addresses where something stands already.
/// </summary>
public sealed class RedirectRules(
    IReadOnlyDictionary<string, string> present, IReadOnlySet<string> live, Func<string, bool> isPage)
{
    private readonly Dictionary<string, string> _known = new(present, StringComparer.Ordinal);
    private readonly HashSet<string> _targets = [.. present.Values.Select(to => RedirectAddress.From(to) ?? to)];

    /// <summary>The redirect as it is kept, from then on known to the rules; or why it cannot be one.</summary>
    public (string From, string To, Reason? Problem) Take(string typedFrom, string typedTo)
    {
        if (RedirectAddress.From(typedFrom) is not { } from)
        {
            return ("", "", new Reason("redirects.from"));
        }

        if (RedirectAddress.To(typedTo) is not { } to)
        {
            return (from, "", new Reason("redirects.to"));
        }

        var target = RedirectAddress.From(to) ?? to;
        var problem = Problem(from, target);
        if (problem is null)
        {
            _known[from] = to;
            _targets.Add(target);
        }

        return (from, to, problem);
    }

    // Chains are refused, so a loop can only be one step long, or close the one step there is.
    private Reason? Problem(string from, string target) =>
        from == target || (_known.TryGetValue(target, out var next) && (RedirectAddress.From(next) ?? next) == from)
            ? new Reason("redirects.loop")
        : _known.ContainsKey(from) ? new Reason("redirects.taken")
        : _known.TryGetValue(target, out var further) ? new Reason("redirects.chain", further)
        : _targets.Contains(from) ? new Reason("redirects.chainTo")
        : live.Contains(from) || isPage(from) ? new Reason("redirects.live")
        : null;

    /// <summary>How a public address of an item is compared with a typed one.</summary>
    public static string Live(string culture, string section, string slug) => $"/{culture}/{section}/{slug}";

    /// <summary>The home page of a language and the lists of sections always answer.</summary>
    public static bool IsList(Standard standard, string path) => path.Split('/') switch
    {
        ["", var culture] => Cultures.IsKnown(culture),
        ["", var culture, var section] => Cultures.IsKnown(culture) && standard.Section(section) is not null,
        _ => false,
    };
}
