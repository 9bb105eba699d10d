using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EgovSites.Platform.Publishing.Publications;
using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Platform.Theming.Posters;

/// <summary>
/// What the picture that messengers show beside a link says: of an item in one language, or of the whole site.
/// </summary>
public sealed record Poster(string ItemId, string Culture, string Title, string Body, string Emblem, string Accent)
{
    /// <summary>In the place of an item's id: the whole site.</summary>
    public const string OfSite = "site";

    // Raised when the same words shall look different.
    private const string Look = "1";

    /// <summary>The item's own picture, or null.</summary>
    public PictureView? Picture { get; init; }

    /// <summary>Percent: what of the picture must stay in sight.</summary>
    public (int X, int Y) Focus => Picture?.Focus ?? (50, 50);

    /// <summary>
    /// Another for each other look, so that a messenger which keeps the old picture asks for the new one.
    /// </summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Look, Title, Body, Emblem, Accent, Picture?.Id, Picture?.Version.ToString(CultureInfo.InvariantCulture),
        Focus))))[..12];

    /// <summary>The last part of its address, and its file's name.</summary>
    public string FileName => $"{Culture}-{Stamp}.jpg";

    public string Path => $"/poster/{ItemId}/{FileName}";

    public static Poster Of(Tenant tenant, Publication page) =>
        new(page.ItemId, page.Culture, page.Title, tenant.Body[page.Culture], tenant.Emblem,
            tenant.Accent)
        { Picture = PictureView.FirstOf(page) };

    /// <summary>The plain one; the greeting stands where an item's poster names the body.</summary>
    public static Poster Of(Tenant tenant, string culture, string greeting) =>
        new(OfSite, culture, tenant.Body[culture], greeting, tenant.Emblem, tenant.Accent);
}
