using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using EgovSites.Platform.Content.Items;

namespace EgovSites.Platform.Publishing.Addresses;

/// <summary>Finds ids and addresses in texts: one pass over each text, however many are looked for.</summary>
internal sealed class LinkTargets
{
    private readonly Dictionary<string, HashSet<string>> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly SearchValues<string> _texts;
    private readonly int[] _lengths;

    /// <summary>What is looked for, and what it stands for.</summary>
    public LinkTargets(IEnumerable<(string Target, string Text)> needles)
    {
        foreach (var group in needles.Where(needle => needle.Text.Length > 0)
            .GroupBy(needle => needle.Text, StringComparer.OrdinalIgnoreCase))
        {
            _targets[group.Key] = [.. group.Select(needle => needle.Target)];
        }

        _texts = SearchValues.Create([.. _targets.Keys], StringComparison.OrdinalIgnoreCase);
        _lengths = [.. _targets.Keys.Select(text => text.Length).Distinct()];
    }

    public IReadOnlyCollection<string> Texts => _targets.Keys;

    /// <summary>What the texts and picks of a document lead to.</summary>
    public IReadOnlyCollection<string> In(FieldValues document) =>
        [.. document.Names.SelectMany(name => TextsIn(document[name])).SelectMany(In).Distinct()];

    /// <summary>What a text leads to; an address that goes on in letters, digits or a hyphen is another one.</summary>
    public IReadOnlyCollection<string> In(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var start = Next(text, 0); start >= 0; start = Next(text, start + 1))
        {
            found.UnionWith(At(text, start));
        }

        return found;
    }

    private static IEnumerable<string> TextsIn(JsonNode? value) => value switch
    {
        JsonObject fields => fields.SelectMany(pair => TextsIn(pair.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
        _ => [],
    };

    private IEnumerable<string> At(string text, int start)
    {
        var ends = _lengths.Where(length => IsEnd(text, start + length));
        return ends.SelectMany(length => _targets.GetAlternateLookup<ReadOnlySpan<char>>()
            .TryGetValue(text.AsSpan(start, length), out var targets) ? targets : []);
    }

    private int Next(string text, int from) => text.AsSpan(from).IndexOfAny(_texts) is >= 0 and var at ? from + at : -1;

    private static bool IsEnd(string text, int end) =>
        end == text.Length || (end < text.Length && !char.IsAsciiLetterOrDigit(text[end]) && text[end] != '-');
}
