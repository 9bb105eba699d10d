namespace EgovSites.Features.Feedback;

// A labelled control of a form, with what was typed and what is wrong with it.
public sealed record TextControl(string Name, string Label, string Value, string? Problem)
{
    public string? Hint { get; init; }
    public string Type { get; init; } = "text";
    public string? Autocomplete { get; init; }
    public string? Language { get; init; }
    public bool IsShort { get; init; }

    // More than none makes it a text area.
    public int Rows { get; init; }

    public string? DescribedBy => string.Join(' ', new[] { Hint is null ? null : $"{Name}-hint", Problem is null ? null : $"{Name}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}
