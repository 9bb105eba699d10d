namespace EgovSites.Platform.Theming.Components;

/// <summary>A picture at the place where it stands; sizes in CSS pixels.</summary>
public sealed record Picture(PictureView View, int Width, int Height)
{
    /// <summary>How wide it is shown, for the browser's choice among the copies.</summary>
    public string Sizes { get; init; } = "(min-width: 62rem) 42rem, 100vw";

    /// <summary>The first picture of a page is fetched before others; the rest wait until they come into sight.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The words beside it say the same, so that a screen reader passes over it.</summary>
    public bool IsDecorative { get; init; }

    public static Picture Thumbnail(PictureView view) => new(view, 144, 108) { Sizes = "9rem", IsDecorative = true };

    public static Picture Portrait(PictureView view) => new(view, 80, 100) { Sizes = "5.5rem", IsDecorative = true };

    public static Picture InGallery(PictureView view) => new(view, 320, 200) { Sizes = "20rem" };

    public static Picture Lead(PictureView view) => new(view, 640, 320) { IsFirst = true };

    public static Picture InArticle(PictureView view) => new(view, 640, 400) { IsFirst = true };
}
