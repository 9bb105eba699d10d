namespace EgovSites.Platform.Theming.Components;

/// <summary>The pages of a list; <paramref name="PathOf"/> gives the path of a page by its number.</summary>
public sealed record Pager(int Page, int PageCount, Func<int, string> PathOf)
{
    /// <summary>The first, the last and the pages around this one; null stands for those left out.</summary>
    public IEnumerable<int?> Steps
    {
        get
        {
            var last = 0;
            foreach (var page in Enumerable.Range(1, PageCount)
                .Where(page => page == 1 || page == PageCount || Math.Abs(page - Page) <= 1))
            {
                if (page > last + 1)
                {
                    yield return null;
                }

                yield return last = page;
            }
        }
    }
}
