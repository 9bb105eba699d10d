namespace EgovSites.Platform.Theming.Components;

/// <summary>A message to the reader; <paramref name="Lead"/> are the first words, which say what it is.</summary>
/// <param name="Tone">Empty, <c>warn</c>, <c>stop</c> or <c>good</c>.</param>
/// <param name="Icon">A drawing of the theme.</param>
/// <param name="Lead">The first, strong words.</param>
/// <param name="Text">What follows them.</param>
public sealed record Notice(string Tone, string Icon, string Lead, string Text = "");
