namespace EgovSites.Admin.Lists;

/// <summary>Which state of the two a comparison shows: one text with both, or one of two columns.</summary>
public enum DiffSide
{
    Both,
    Before,
    After,
}
