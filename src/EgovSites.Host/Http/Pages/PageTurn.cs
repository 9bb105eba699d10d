namespace EgovSites.Host.Http.Pages;

/// <summary>
/// The turn to write a page, which others wait for: given back as soon as it is known that nothing will be kept.
/// </summary>
internal static class PageTurn
{
    private static readonly object Key = new();

    public static void Take(HttpContext context, Action giveBack) => context.Items[Key] = giveBack;

    /// <summary>Before the first byte leaves: no visitor waits for another visitor's network.</summary>
    public static void GiveBack(HttpContext context)
    {
        if (context.Items.Remove(Key, out var giveBack))
        {
            ((Action)giveBack!)();
        }
    }
}
