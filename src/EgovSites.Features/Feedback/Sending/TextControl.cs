namespace EgovSites.Features.Feedback.Sending;

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

    public string? DescribedBy => (Hint, Problem) switch
    {
        (null, null) => null,
        (null, _) => $"{Name}-error",
        (_, null) => $"{Name}-hint",
        _ => $"{Name}-hint {Name}-error",
    };
}
