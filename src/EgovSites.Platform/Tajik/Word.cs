namespace EgovSites.Platform.Tajik;

internal readonly record struct Word(int Start, string Text);
