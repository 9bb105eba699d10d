namespace EgovSites.Platform.Theming.Components;

/// <summary>A row of links; <paramref name="Label"/> says to a screen reader what they choose.</summary>
public sealed record Tabs(string Label, IReadOnlyList<Tab> Items);
