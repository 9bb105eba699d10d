using EgovSites.Platform.Tajik;

namespace EgovSites.Platform.Content.Items;

/// <summary>
/// The mark before a paragraph that was put into a translation in the source's language and waits for its words.
/// </summary>
public static class TranslationMark
{
    public static string Of(string culture) => $"⟦{culture}⟧";

    /// <summary>The mark a text still carries, or null; such a text is not published.</summary>
    public static string? In(string text) =>
        Cultures.All.Select(Of).FirstOrDefault(mark => text.Contains(mark, StringComparison.Ordinal));
}
