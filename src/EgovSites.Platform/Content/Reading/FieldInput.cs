using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace EgovSites.Platform.Content.Reading;

/// <summary>
/// What stands in the controls of one field, as typed: shown again unchanged when it could not be accepted.
/// </summary>
public sealed class FieldInput
{
    private readonly Dictionary<string, StringValues> _controls = new(StringComparer.Ordinal);

    public static FieldInput Of(params string[] values) => new() { [""] = values };

    /// <summary>Takes the controls named <c>{prefix}</c> and <c>{prefix}.part</c> from a posted form.</summary>
    public static FieldInput From(IFormCollection form, string prefix)
    {
        var input = new FieldInput();
        foreach (var (name, values) in form)
        {
            if (name == prefix)
            {
                input[""] = values;
            }
            else if (name.StartsWith(prefix + ".", StringComparison.Ordinal))
            {
                input[name[(prefix.Length + 1)..]] = values;
            }
        }

        return input;
    }

    public StringValues this[string part]
    {
        get => _controls.GetValueOrDefault(part);
        set => _controls[part] = value;
    }

    public IEnumerable<string> Parts => _controls.Keys;

    /// <summary>The single control's text, trimmed at its ends.</summary>
    public string Text => Part("");

    public IReadOnlyList<string> All =>
        [.. this[""].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!)];

    public string Part(string part) => this[part].FirstOrDefault()?.Trim() ?? "";
}
