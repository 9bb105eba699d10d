using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Media;

/// <summary>
/// What stands in a document, as search needs it: each word once in each form; empty where nothing could be read.
/// </summary>
public sealed class MediaText : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string MediaId { get; init; }

    public required string Words { get; set; }

    internal static string WordsOf(string text) => Folding.ForSearch(text).Trim();
}
