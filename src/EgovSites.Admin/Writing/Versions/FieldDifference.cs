using EgovSites.Platform.Content.Comparison;
using EgovSites.Platform.Content.Reading;
using EgovSites.Platform.Content.Stored;

namespace EgovSites.Admin.Writing.Versions;

/// <summary>
/// One field in two states, in words; of pictures also their small copies, those of the earlier state and those of the
/// later.
/// </summary>
public sealed record FieldDifference(
    FieldDefinition Field, string Lang, TextComparison Comparison, IReadOnlyList<MediaFile> Before,
    IReadOnlyList<MediaFile> After);
