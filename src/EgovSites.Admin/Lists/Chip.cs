using EgovSites.Platform.Publishing.Verbs;


namespace EgovSites.Admin.Lists;

/// <summary>How one language of an item stands: letters, look and words differ, never the colour alone.</summary>
public sealed record Chip(string Culture, string Look, string Word)
{
    /// <summary>The key of the state's words: <c>content.is.{word}</c>.</summary>
    public string Key => $"content.is.{Word}";

    public static Chip Of(string culture, string title, Stage stage, bool isOutdated) =>
        title.Length == 0 ? new(culture, "no", "missing")
        : stage != Stage.Published ? new(culture, "", stage.ToString().ToLowerInvariant())
        : isOutdated ? new(culture, "old", "outdated")
        : new(culture, "ok", "published");
}
