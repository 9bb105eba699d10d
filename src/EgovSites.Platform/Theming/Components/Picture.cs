using EgovSites.Platform.Tenancy;
using EgovSites.Platform.Theming.Frames;
using EgovSites.Platform.Theming.Views;

namespace EgovSites.Platform.Theming.Components;

/// <summary>A picture at the place where it stands; sizes in CSS pixels.</summary>
public sealed record Picture(PictureView View, int Width, int Height)
{
    /// <summary>How wide it is shown, for the browser's choice among the copies.</summary>
    public string Sizes { get; init; } = "(min-width: 62rem) 42rem, 100vw";

    /// <summary>
    /// The first picture of a page is fetched before others; the rest wait until they come into sight.
    /// </summary>
    public bool IsFirst { get; init; }

    /// <summary>The words beside it say the same, so that a screen reader passes over it.</summary>
    public bool IsDecorative { get; init; }

    /// <summary>Whose picture it is, where not this site's own.</summary>
    public Tenant? Owner { get; init; }

    /// <summary>Shown four by three, as the ready crop is.</summary>
    public bool IsCard => View.Card.Length > 0 && Width * 3 == Height * 4;

    public static Picture Thumbnail(PictureView view) => new(view, 144, 108) { Sizes = "9rem", IsDecorative = true };

    public static Picture Portrait(PictureView view) => new(view, 80, 100) { Sizes = "5.5rem", IsDecorative = true };

    public static Picture InGallery(PictureView view) => new(view, 320, 200) { Sizes = "20rem" };

    public static Picture Lead(PictureView view) => new(view, 640, 320) { IsFirst = true };

    public static Picture InArticle(PictureView view) => new(view, 640, 400) { IsFirst = true };

    /// <summary>
    /// The copies a browser may choose from, in one format; the smallest serves a thumbnail on every screen.
    /// </summary>
    public IEnumerable<string> Copies(SiteLinks links, string format) => IsCard
        ? [Address(links, View.CardIn(format))]
        : View.Widths.Where(width => Width * 2 > View.Widths[0] || width == View.Widths[0])
            .Select(width => $"{Address(links, View.FileOf(width, format))} {width}w");

    /// <summary>What a browser without any choice shows.</summary>
    public string Source(SiteLinks links) => Address(links, IsCard ? View.CardIn("webp") : View.FileFor(Width));

    private string Address(SiteLinks links, string name) =>
        Owner is null ? links.Media(View.Id, name) : links.MediaOf(Owner, View.Id, name);
}
