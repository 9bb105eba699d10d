using System.ComponentModel.DataAnnotations;

namespace EgovSites.Features.Feedback;

public sealed class FeedbackOptions
{
    public const string Section = "Feedback";

    // Above all files together, so that files which are a little too many are refused in words, with the text kept.
    public const int MaxRequestBytes = 64 << 20;

    public const int MaxFiles = 5;

    public const int MaxFileBytes = 10 << 20;

    public const int MaxTotalBytes = 20 << 20;

    [Range(1, 1440)]
    public int WindowMinutes { get; set; } = 10;

    public TimeSpan Window => TimeSpan.FromMinutes(WindowMinutes);

    // For one network on all tenants; a mobile operator puts hundreds of people behind one address.
    [Range(1, int.MaxValue)]
    public int SendsPerWindow { get; set; } = 30;

    // Forms that are read at all, right or wrong.
    [Range(1, int.MaxValue)]
    public int AttemptsPerWindow { get; set; } = 120;

    [Range(1, 1 << 20)]
    public int MegabytesPerWindow { get; set; } = 400;

    // For the files of all appeals to one tenant together; when they are full, appeals are taken without files.
    [Range(1, 1 << 30)]
    public int MegabytesPerTenant { get; set; } = 20 << 10;

    // Bodies above one megabyte that are read at the same time; one network may have a quarter of the places.
    [Range(4, 1000)]
    public int LargeAtOnce { get; set; } = 16;

    // Many people share an address behind a mobile operator, so mistyped codes get more room than appeals.
    [Range(1, int.MaxValue)]
    public int WrongCodesPerWindow { get; set; } = 20;

    // For one appeal from everywhere: at this rate, guessing the six digits of older appeals takes months.
    [Range(1, int.MaxValue)]
    public int WrongCodesPerAppeal { get; set; } = 50;
}
