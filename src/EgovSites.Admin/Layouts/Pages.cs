namespace EgovSites.Admin.Layouts;

/// <summary>Where a long list stands: the asked page, kept within what there is.</summary>
public sealed record Pages(int Number, int Count, int Total, int Skip)
{
    public static Pages Of(int asked, int total, int size)
    {
        var count = Math.Max(1, (total + size - 1) / size);
        var number = Math.Clamp(asked, 1, count);
        return new(number, count, total, (number - 1) * size);
    }

    /// <summary>The numbers a pager shows: the ends and the neighbours.</summary>
    public IEnumerable<int> Shown =>
        Enumerable.Range(1, Count).Where(number => number == 1 || number == Count || Math.Abs(number - Number) <= 2);
}
