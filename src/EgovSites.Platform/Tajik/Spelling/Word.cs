namespace EgovSites.Platform.Tajik.Spelling;

internal readonly record struct Word(int Start, string Text);
