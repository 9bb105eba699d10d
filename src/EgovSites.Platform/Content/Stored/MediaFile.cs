using System.Globalization;
using EgovSites.Platform.Localization;
using EgovSites.Platform.Tajik.Finding;
using EgovSites.Platform.Tenancy;

namespace EgovSites.Platform.Content.Stored;

/// <summary>A picture or document of a tenant's library; its bytes lie on disk under its id.</summary>
public sealed class MediaFile : ITenantOwned
{
    public string TenantId { get; set; } = "";

    public required string Id { get; init; }

    /// <summary>The name it came with, shown to people and never used as a path.</summary>
    public required string FileName { get; set; }

    /// <summary>Found from the content, never taken from the sender.</summary>
    public required string ContentType { get; set; }

    public required long Bytes { get; set; }

    /// <summary>Pixels; 0 for documents.</summary>
    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>The widths a smaller copy exists in, ascending, comma-separated.</summary>
    public string Widths { get; set; } = "";

    /// <summary>
    /// The bytes of the smaller copies as WebP, in the order of <see cref="Widths"/>; empty where nobody counted them.
    /// </summary>
    public string CopyBytes { get; set; } = "";

    /// <summary>The extensions of copies beside WebP: <c>avif</c>, or empty.</summary>
    public string Formats { get; set; } = "";

    /// <summary>
    /// The name of the cropped copy around the point of focus, without its ending; empty where there is none.
    /// </summary>
    public string Card { get; set; } = "";

    /// <summary>
    /// Counts from 1 up with each file that takes this one's place; a version's public names never change their
    /// content.
    /// </summary>
    public int Version { get; set; } = 1;

    /// <summary>
    /// The name of a picture of the standard's own library, which every site shares; empty for what was uploaded here.
    /// </summary>
    public string Shared { get; init; } = "";

    /// <summary>The id of the portal's file this is a copy of, or null.</summary>
    public string? CopiedFrom { get; init; }

    /// <summary>What the picture shows, or a document's title.</summary>
    public Trilingual Alt { get; set; } = Trilingual.Empty;

    /// <summary>
    /// Says nothing the text does not say: a screen reader passes over it, and it needs no description.
    /// </summary>
    public bool Decorative { get; set; }

    /// <summary>Stands below the picture.</summary>
    public Trilingual Caption { get; set; } = Trilingual.Empty;

    /// <summary>Who made it, and under what terms it may be shown.</summary>
    public string Credit { get; set; } = "";

    /// <summary>Names parted by slashes; empty for the top.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Percent from the left: what every crop keeps in sight.</summary>
    public int FocusX { get; set; } = 50;

    /// <summary>Percent from the top.</summary>
    public int FocusY { get; set; } = 50;

    /// <summary>On the portal: every site may take a copy.</summary>
    public bool IsCommon { get; set; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    /// <summary>Since when it lies in the bin; null when it does not.</summary>
    public DateTimeOffset? BinnedAt { get; set; }

    /// <summary>
    /// What the library is searched by: name, descriptions and credit, folded. Worked out anew at every write.
    /// </summary>
    public string FoldedName
    {
        get => Folding.Fold(string.Join(' ', FileName, Alt.Tg, Alt.Ru, Alt.En, Credit));
        private set { }
    }

    /// <summary>A PDF without a text layer: nobody can search, copy or listen to it.</summary>
    public bool HasNoText { get; set; }

    /// <summary>
    /// The writing that a text came in and was converted from, as it was guessed; empty for what is kept as it came.
    /// </summary>
    public string ConvertedFrom { get; set; } = "";

    public bool IsPicture => Width > 0;

    /// <summary>Described in this language, or in need of no description.</summary>
    public bool IsDescribedIn(string culture) => !IsPicture || Decorative || Alt[culture].Length > 0;

    /// <summary>
    /// Whether there is a file of this name beside the present version: the original, a smaller copy or the crop.
    /// </summary>
    public bool HasCopy(string name) =>
        name == MediaName.Original || (Card.Length > 0 && Path.GetFileNameWithoutExtension(name) == Card)
        || (int.TryParse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture, out var width)
            && WidthList.Contains(width)
            && (name.EndsWith(".webp", StringComparison.Ordinal) || Formats.Length > 0));

    public IEnumerable<int> WidthList => Widths.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(width => int.Parse(width, CultureInfo.InvariantCulture));
}
